"""The lists people pick from, defined once where two questions or two journeys share them."""

from portal.domain.journeys.pages import Option
from portal.domain.wording import N_

YES_NO = (
    Option("yes", N_("Yes")),
    Option("no", N_("No")),
)

YES_NO_UNSURE = (
    *YES_NO,
    Option("unsure", N_("I do not know")),
)

SAFE = (
    *YES_NO,
    Option("unsure", N_("I am not sure")),
    Option("no_say", N_("I do not want to say")),
)

DANGER = (
    Option("yes", N_("Yes")),
    Option("worried", N_("I am worried about someone")),
    Option("no", N_("No")),
)

# "Carry on" stays last: nobody should have to pass the phone numbers twice to go on.
CALL_ME = (
    Option("call", N_("Yes, call me on this number")),
    Option("carry_on", N_("No, carry on with my form")),
)

ADVOCATE = (
    Option("ask", N_("Yes, ask an advocate to talk to me")),
    Option("have", N_("I have an advocate")),
    Option("not_now", N_("Not now")),
)

YOUNG_CONTACT_WAYS = (
    Option("code_only", N_("I will look here with my code")),
    Option("text", N_("Text me")),
    Option("call", N_("Call me")),
    Option("email", N_("Email me")),
    Option("letter", N_("Send a letter")),
    Option("in_person", N_("Talk to me in person")),
    Option("trusted", N_("Tell someone I trust")),
    Option("none", N_("Do not get back to me")),
)

ADULT_CONTACT_WAYS = (
    Option("email", N_("Email")),
    Option("call", N_("Phone")),
    Option("letter", N_("Letter")),
    Option("in_person", N_("In person")),
    Option("code_only", N_("I will check here with my code")),
)

YOUNG_TIMES = (
    Option("after_school", N_("After school")),
    Option("evening", N_("Evening")),
    Option("weekend", N_("Weekend")),
    Option("any", N_("Any time")),
)

DAY = Option("day", N_("During the day"))
LEAVER_TIMES = (DAY, *YOUNG_TIMES)
ADULT_TIMES = (DAY, *YOUNG_TIMES[1:])

YOUNG_ABOUT = (
    Option("worker", N_("My social worker or PA")),
    Option("home", N_("Where I live")),
    Option("family", N_("Seeing my family or friends")),
    Option("choices", N_("Choices made about me")),
    Option("not_told", N_("Not being told things or listened to")),
    Option("meetings", N_("Meetings or reports about me")),
    Option("school", N_("School or college")),
    Option("money", N_("Money or savings")),
    Option("moving_on", N_("Getting ready to live on my own")),
    Option("treated", N_("How someone treated me")),
    Option("other", N_("Something else")),
    Option("unsure", N_("I am not sure")),
)

# The same codes as above wherever the meaning is the same, so that both lists count as one.
LEAVER_ABOUT = (
    Option("worker", N_("My PA")),
    Option("plan", N_("My pathway plan")),
    Option("money", N_("Money and grants")),
    Option("home", N_("Housing")),
    Option("school", N_("College, work or training")),
    Option("records", N_("My records")),
    Option("health", N_("Health")),
    Option("parent", N_("Being a parent")),
    Option("treated", N_("How someone treated me")),
    Option("other", N_("Something else")),
    Option("unsure", N_("I am not sure")),
)

YOUNG_WANTED = (
    Option("sorry", N_("Someone says sorry")),
    Option("why", N_("Someone tells me why")),
    Option("listen", N_("Someone listens to me")),
    Option("new_worker", N_("A new social worker or PA")),
    Option("look_again", N_("A choice gets looked at again")),
    Option("get", N_("I get something I need")),
    Option("stop", N_("It stops happening to other people")),
    Option("unsure", N_("I am not sure")),
)

YOUNG_NEEDS = (
    Option("reading", N_("Help to read or write")),
    Option("language", N_("Someone who speaks my language")),
    Option("sign", N_("Sign language")),
    Option("big_print", N_("Big print")),
    Option("pictures", N_("Short words and pictures")),
    Option("time", N_("More time")),
    Option("quiet", N_("A quiet place to talk")),
    Option("with_me", N_("Someone with me")),
    Option("other", N_("Something else")),
)

RELATIONSHIPS = (
    Option("parent", N_("Parent")),
    Option("foster_carer", N_("Foster carer")),
    Option("special_guardian", N_("Special guardian")),
    Option("adopter", N_("Adopter, or hoping to adopt")),
    Option("relative", N_("Grandparent or other relative")),
    Option("care_leaver", N_("Young person over 25 who was in care")),
    Option("professional", N_("Someone who works with the child")),
    Option("other", N_("Someone else who knows the child well")),
)

CHILD_VIEWS = (
    Option("wants", N_("They want me to complain")),
    Option("knows", N_("They know about it")),
    Option("does_not_know", N_("They do not know about it")),
    Option("cannot_say", N_("They are too young or cannot tell us")),
    Option("unsure", N_("I do not know")),
)

ADULT_ABOUT = (
    Option("not_told", N_("We were not kept informed or nobody replied")),
    Option("records", N_("A report or record is wrong")),
    Option("support", N_("Not enough help or support")),
    Option("delay", N_("A delay")),
    Option("worker", N_("How a worker behaved")),
    Option("unfair", N_("Unfair treatment")),
    Option("family", N_("Time with my child or family")),
    Option("protection", N_("Child protection meetings or visits")),
    Option("money", N_("Money or allowances")),
    Option("home", N_("A child’s home or care")),
    Option("adoption", N_("Adoption or fostering")),
    Option("privacy", N_("A data breach or privacy")),
    Option("other", N_("Something else")),
)

ADULT_WANTED = (
    Option("sorry", N_("An apology")),
    Option("why", N_("A clear explanation")),
    Option("look_again", N_("A decision looked at again")),
    Option("put_right", N_("A record put right")),
    Option("my_view", N_("My view added to the record")),
    Option("new_worker", N_("A different worker")),
    Option("get", N_("A service or support")),
    Option("money_back", N_("Money paid back")),
    Option("stop", N_("Changes so it does not happen again")),
    Option("unsure", N_("I am not sure")),
)

TOLD_BEFORE = (
    Option("not_sorted", N_("Yes, and it was not sorted out")),
    Option("waiting", N_("Yes, and I am still waiting")),
    Option("no", N_("No")),
    Option("unsure", N_("I am not sure")),
)

ADULT_NEEDS = (
    Option("interpreter", N_("An interpreter")),
    Option("letters_language", N_("Letters in my language")),
    Option("sign", N_("British Sign Language")),
    Option("big_print", N_("Large print")),
    Option("pictures", N_("Easy read")),
    Option("calls", N_("Phone calls, not letters")),
    Option("letters", N_("Letters, not phone calls")),
    Option("time", N_("More time")),
    Option("with_me", N_("Someone with me")),
    Option("other", N_("Something else")),
)

INTERPRETERS = (
    Option("woman", N_("A woman")),
    Option("man", N_("A man")),
    Option("any", N_("I do not mind")),
)

# The codes are those of `domain.compliments.Source`, as the reports count them.
PRAISED_BY = (
    Option("young_person_child", N_("Child or young person")),
    Option("parent_carer", N_("Parent or carer")),
    Option("foster_carer", N_("Foster carer")),
    Option("adopter", N_("Adopter")),
    Option("school_education", N_("School or college")),
    Option("police_judge_legal", N_("Police, a judge or a lawyer")),
    Option("professional", N_("Someone who works with children")),
    Option("other", N_("Someone else")),
)

SHARING = (
    Option("person", N_("Share with the person or team")),
    Option("report", N_("Use in our yearly report")),
)

REPLY_WAYS = (
    Option("email", N_("Email")),
    Option("call", N_("Phone")),
    Option("letter", N_("Letter")),
    Option("code_only", N_("I will look here with my code")),
    Option("none", N_("No reply, thank you")),
)
