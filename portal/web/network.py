"""The network a request came from, for counting floods.

It is only ever kept as a keyed hash that changes every hour.
"""

import ipaddress

from flask import request


def network() -> str:
    """The visitor's address, widened to what one household is given: a /64 for IPv6."""
    try:
        address = ipaddress.ip_address(request.remote_addr or "")
    except ValueError:
        return "unknown"
    if address.version == 6:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)
