"""Where all parts meet: one application from one set of settings, serving the public site, the staff site or both."""

from flask import Flask
from sqlalchemy.exc import ArgumentError
from werkzeug.middleware.proxy_fix import ProxyFix

from portal import authorities, config
from portal.config import Settings, UnsafeConfiguration, make_folder, resources
from portal.extensions import babel, csrf, db, engine_options, mail, make_postgres_behave, make_sqlite_behave
from portal.records.sealing import Keyring
from portal.services.mailing import mail_settings
from portal.web import addresses, assets, compression, developer, errors, headers, language, pictures, text, uploads
from portal.web.doors import check_doors
from portal.web.sessions import Sessions

LARGEST_REQUEST = 2 * 1024 * 1024
"""Bytes; a story of fifty thousand letters fits many times over."""


def create_app(settings: Settings | None = None) -> Flask:
    """Build the application.

    Raises `UnsafeConfiguration`, `UnknownAuthority`, `BadProfile` or `RouteWithoutDoor` rather than start wrongly.
    """
    settings = settings or config.read()
    app = Flask("portal", template_folder=str(resources("templates")), static_folder=None)
    app.config.update(
        PORTAL=settings,
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_ENGINE_OPTIONS=engine_options(settings.database_url),
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        MAX_FORM_MEMORY_SIZE=LARGEST_REQUEST,
        BABEL_TRANSLATION_DIRECTORIES=str(resources("translations")),
        BABEL_DEFAULT_LOCALE="en_GB",
        BABEL_DEFAULT_TIMEZONE="Europe/London",
        WTF_CSRF_TIME_LIMIT=None,  # a token lives as long as its session; slow writers are not punished
        WTF_CSRF_CHECK_DEFAULT=False,  # every form checks its own token, so that what was typed can be shown again
        WTF_I18N_ENABLED=False,  # every text of a form is ours; WTForms would read its own catalogues for every form
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    _remember_authority(app, settings)
    _bind_extensions(app, settings)
    app.session_interface = Sessions(settings.https, None)
    app.request_class = uploads.PortalRequest
    headers.protect(app)
    language.speak(app)
    text.give_words(app)
    assets.serve(app, resources("static"))
    pictures.give_pictures(app, resources("static"))
    errors.answer_kindly(app)
    compression.pack(app)
    _open_sites(app, settings)
    developer.open(app)
    check_doors(app)
    if settings.proxies:
        hops = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    return app


def _remember_authority(app: Flask, settings: Settings) -> None:
    authority = authorities.load(settings.authority)
    app.extensions["portal.authority"] = authority
    app.extensions["portal.values"] = dict(authority.values())
    app.extensions["portal.keyring"] = Keyring(settings.data_keys)


def _bind_extensions(app: Flask, settings: Settings) -> None:
    make_folder(settings.instance)
    try:
        db.init_app(app)
    except (ArgumentError, ValueError) as wrong:  # the password stands in the address, so it is not said again
        raise UnsafeConfiguration("PORTAL_DATABASE_URL is no address of a database.") from wrong
    csrf.init_app(app)
    app.config.update(mail_settings(settings.mail_url))  # one that cannot be understood stops the start
    mail.init_app(app)
    babel.init_app(app, locale_selector=lambda: language.language().locale)
    app.jinja_env.add_extension("jinja2.ext.i18n")
    with app.app_context():
        make_sqlite_behave(db.engine)
        make_postgres_behave(db.engine)


def _open_sites(app: Flask, settings: Settings) -> None:
    """The two sites are imported only where they are served.

    So that a public worker carries nothing of the staff site.
    """
    addresses.read_numbers(app)
    if "public" in settings.sites:
        from portal import public

        public.open_site(app)
    if "staff" in settings.sites:
        from portal import staff

        staff.open_site(app)
