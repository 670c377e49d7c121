"""Hand out what a partner was given: the clean copy, or the one in which areas were filled. Never the file as it came."""

from __future__ import annotations

from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404

from incidents.evidence.keeping import Part
from incidents.evidence.listing import filename
from incidents.views.handing import hand_out, hand_out_masked
from partners.models import Attachment


def hand_out_attachment(attachment: Attachment) -> HttpResponseBase:
    """Select `referral__case`, `evidence` and `masked` along with it."""
    name = filename(attachment.pk, attachment.referral.case.number)
    if attachment.masked is not None:
        return hand_out_masked(photo=attachment.masked, name=name)
    return hand_out(file=get_object_or_404(attachment.evidence.files, part=Part.SHOWN), name=name)
