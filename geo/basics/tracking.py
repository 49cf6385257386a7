"""What others add to an address to follow who opens it; every surface of the atlas ignores it.

Mail programs, search engines, advertisers and social networks add such parameters to links that
they pass on. They ask for nothing here, so that none of them is a mistake of the reader's.
"""

from __future__ import annotations

PREFIXES = (
    *("utm_", "mtm_", "matomo_", "piwik_", "pk_", "hsa_", "_hs", "__hs", "at_", "vero_", "oly_"),
)
"""How the names of campaigns and their parts begin."""

NAMES = (
    *("fbclid", "fb_action_ids", "fb_source", "igshid", "igsh", "twclid", "ttclid", "li_fat_id"),
    *("gclid", "gclsrc", "gbraid", "wbraid", "dclid", "srsltid", "_ga", "_gl", "gad_source"),
    *("gad_campaignid", "msclkid", "yclid", "ysclid", "_openstat", "mc_cid", "mc_eid", "mkt_tok"),
    *("epik", "rdt_cid", "sccid", "s_cid", "s_kwcid", "ef_id", "irclickid", "wickedid", "cmpid"),
    *("ns_campaign", "ns_mchannel", "ns_source", "xtor", "trk", "si", "ref", "ref_src", "ref_url"),
    "referrer",
)
"""The names of single ones, in small letters."""


def is_tracking(name: str) -> bool:
    """Whether a parameter is one of them, however its letters are written."""
    small = name.lower()
    return small in NAMES or small.startswith(PREFIXES)
