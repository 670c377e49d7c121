"""Proof of work: a browser computes for a second or two while the tenant reads the check page. A switch, off by default.

It refuses nobody. A report without a proof (JavaScript off, an old browser, sent too soon) is kept and marked. A proof
is for one draft, and a draft is sent once: a proof used again belongs to another draft and counts for nothing.
"""

from __future__ import annotations

import json
import secrets
from datetime import datetime, timedelta

from altcha import Payload, create_challenge, verify_solution
from django.conf import settings

from incidents.models import Draft
from safetyportal.privacy.keys import keyed_hash

# PBKDF2, because it is what Web Crypto does fast itself, off the page's own thread. The answer lies somewhere between LEAST and
# MOST tries of COST rounds each: bounded, so that nobody waits ten times as long by bad luck.
ALGORITHM = "PBKDF2/SHA-256"
COST = 1_000
LEAST, MOST = 150, 300
LASTS = timedelta(hours=2)
LONGEST = 2_000


def challenge_for(*, draft: Draft, at: datetime) -> str:
    """What the page gives to static/js/proof.js; empty while the switch is off."""
    if not settings.PROOF_OF_WORK:
        return ""
    asked = create_challenge(
        ALGORITHM,
        COST,
        counter=LEAST + secrets.randbelow(MOST - LEAST),
        expires_at=at + LASTS,
        data={"draft": str(draft.pk)},
        hmac_secret=_secret("challenge"),
        hmac_key_secret=_secret("answer"),
    )
    return json.dumps(asked.to_dict())


def holds(*, proof: str, draft: Draft) -> bool:
    """Whether this is the answer to what was asked of this draft, in time. Whatever is posted, it raises nothing."""
    if not 0 < len(proof) <= LONGEST:
        return False
    found = verify_solution(proof, _secret("challenge"), hmac_key_secret=_secret("answer"))
    if not found.verified:
        return False
    return Payload.from_base64(proof).challenge.parameters.data == {"draft": str(draft.pk)}


def _secret(purpose: str) -> str:
    return keyed_hash("proof", purpose)
