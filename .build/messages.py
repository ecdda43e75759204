"""What `portal language update` does, under the name scripts know it by."""

from portal.services.catalogues import bring_up_to_date, collect, written

__all__ = ["bring_up_to_date", "collect", "written"]

if __name__ == "__main__":
    for code, missing in bring_up_to_date():
        print(f"- {code}: {missing} texts to translate")  # noqa: T201 - a developer's tool reports here
