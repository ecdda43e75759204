"""The thousand words of the secret codes, each of which stands for three digits.

Every word has three to six letters, is spelled as it sounds to a child, sounds like no other word, and differs from
every other word here in at least two letters, so that one slip of a finger is noticed and never becomes another code.
None is about bodies, family, violence, weapons, drugs, alcohol, death, faith, nations, or what people eat and weigh.
The place of a word is its number: once codes are in use, words may not be added, taken out, or moved.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_LIST: Final = """
abacus acorn acting agenda ahead airbed airy alarm album alcove almond alpaca alto amble anchor anorak answer anthem
antics antler anvil apple apron arcade arch arctic arena aroma arrive artist aster atlas atoll atom attach attic
autumn avatar awake award backup badger bagel baggy bakery ballad bamboo banjo banner barley barn basket beacon beads
beaker beam beanie beige bench beyond bike bistro blazer blink blouse boat bobbin bobcat boots borrow bouncy bowler
bowtie boxes boxful branch breeze brick bridge bright brolly bronze broom brush bubble bucket budget budgie bugle bulb
bumpy bundle busker button buzz buzzer cabin cackle cactus cafe calm camel canal canary canoe canopy canter canyon
card cargo carpet carton cashew castle casual catchy cavern caves celery cello cement chair chalk chart chatty cheer
cheese chef chess chirp chisel chive chorus chrome cinder cinema circle citrus clear clever clinic clip clock closet
cloth cloud clue coast cobble cobweb cocoon coffee cog coin column comb comedy comet comfy comic condor cone cooker
copy cosmos cotton couch couple cover cradle crater cravat crayon creaky crease crispy crocus crown crumb crunch crust
cube cubic cupful curly curved cycle damson dance dazzle decade decoy degree delta denim design desk device dial dig
digger digit dinghy dinner disco ditch dive divide diving dodgem dollop domain dome domino donkey dots dotted double
dozen dragon drama dream drift drum duck duster dusty dynamo eagle early earth easel easy ebook echo editor eggcup
eighty eleven elk email emblem emoji empty emu enamel energy engine enjoy entry equal eraser expert extra fabric
falcon famous fan farm fasten fedora feline fence fender fennel ferry fetch field fiesta fifth fish flag fleece flight
float floral floss fluffy flurry flute foam foggy foil folder fondue footer forest fork forty fossil frame fresh
friend frilly fringe frolic front frosty frozen funny fuse fuzzy gadget galaxy gallop game garage garden garlic gather
gazebo gear gecko gem gentle gift giggly girder gizmo glade gladly glance glass gleam glider glint glitch globe glossy
gloves glow goal goalie gold golden gong goose grape grassy green grid ground group grove guava guide guitar gully
gulp habit hamlet hamper handle handy happy hat hatbox haven heater hedge helium helmet helper heron hiccup hiking
hill hinge hockey hoist hollow hoot hop hopper hornet hotpot hubcap hum humid hummus hurdle hurry ibis icebox icicle
icon icy ideal igloo iguana image inch index indigo indoor inkjet inlet input insect inside invent invite island
italic jacket jaguar jar jaunt jazz jet jetski jetty jigsaw jingle jostle jotter juggle jump jumper kale kayak kazoo
kelp kettle keypad kiosk kit kitbag kitten koala label ladle lagoon lake lamp laptop larder laser lasso latch laugh
layout leafy leap ledger legend lemon lemur lentil letter level lid lilac limit linen lion liquid listen little lively
lizard loaf lobby locker lodge loft logic logo longer loop lorry lounge loyal lucky lunar lunch magic magma magnet
magpie mammal mango map maple marble margin market maroon marsh marvel mascot mast maths matrix mayfly meadow melted
memory menu method midday midge milk miller minus mirror misty mix mixer mobile model modern module mohair moment
month moon moped mosaic motor motto mouse movie mud muddy mumble mural museum music mutter nacho napkin narrow nature
navy nebula nectar neon nest nib nibble nimbus nine ninety noisy noodle normal north notch notice novel nozzle nudge
nugget number nutmeg nylon oak oaken oasis oats object oblong oboe ocean octave offer office omega onesie onion oodles
opera orange orbit orchid osprey outfit outing outlet oval oven owl owlet oxygen oyster page paint palace panel pantry
papaya paper parade parcel parka parrot path patio peanut peapod pebble pecan peeler pencil pepper pewter phone piano
pickle picnic pillar pillow pilot pirate pixel pizza planet plaza pleat plenty pliers plinth plume plunge plus pocket
podium poem pointy polar polite polka pollen pompom poncho pond pool postal poster potato pounce power prance presto
primer prompt prune puddle puffin pulley pulsar puppet puppy purple puzzle quad quail quarry quench quest quick quill
quirky quiz quote rabbit racing radar radio radish raft rafter rainy raisin rally ramen rapid rattle reach reader
ready recipe record refill relax remote repair reply rescue return rhino ribbon riddle rink rinse ripen ripple river
robot rodeo roller roof rotary rotate ruffle rug ruler rumpus runway rustle saddle safari salad salmon samba sandal
sash satin saucer scale scarf scenic scoop score screen script scuba search season second sector seesaw series sesame
settee seven shades shadow shape shark shawl shed sheep shell shine ship shirt shoal shorts shovel shrub sifter signal
silent silky silver simple sitcom sixth sizzle skate sketch skier skim sky sledge sleepy sleet sleeve slide slope
slush smart smile smock smooth smudge snail snappy sneeze snooze snowy snug soapy soccer soften softly solid solo
solve sonnet sorbet sound soup south space speech sphere spider spiky spiral splash sponge spoon sporty spray spring
sprout spruce square squash squeak squid stage stand stanza staple star starry statue steady stereo stew sticky stilts
stitch stormy stove straw stream street stride stripy stroll studio stump sturdy subway sudoku summer summit sunhat
sunlit sunset supper supply surfer survey sushi swampy swan swatch swing swirl swish swivel syrup system table taco
tandem tangle tangy tanker tarmac tartan tassel taxi teacup teapot tempo tennis tenth thank thatch theme thirty thread
tiara ticket tidy tiger tile timber timely tin tinkle tinsel tiptoe tissue today tofu toggle token tomato topic topple
torch toucan toybox trace train tram travel tree trio triple tripod trophy trot trowel truck tulip tundra tunic tunnel
turbo turf turnip turret turtle tutu tuxedo twelve twenty twig twirly twist typing umpire unfold unique unison unit
unlock unpack untidy unwrap update uphill useful valley valve vase velvet venue verb videos villa violin visit visor
vista vivid vocal volume vowel voyage waffle wagon waiter walker wall wallet walnut walrus warmth washer waving weave
whisk wicker widget wiggle window winter wintry wiper wire wisdom wobbly wombat wooden woolly yawn yellow yeti yoyo
yucca yurt zebra zero zesty zigzag zinc zip zipper zippy zoom
"""
WORDS: Final = tuple(_LIST.split())
"""The words in the order of their numbers, 000 to 999."""

NUMBER_OF: Final[Mapping[str, int]] = MappingProxyType({word: number for number, word in enumerate(WORDS)})
"""The number of each word."""
