"""The campaign an address means, as the reader may see it."""

from django.http import Http404

from jinguo.campaigns.errors import CampaignUnknown
from jinguo.campaigns.models import Campaign
from jinguo.campaigns.queries.plan import campaign as campaign_named
from jinguo.campaigns.queries.plan import county_code
from jinguo.web.base.refusing import Refused
from jinguo.web.base.request import Request


def campaign_or_404(request: Request, slug: str) -> Campaign:
    """The campaign as the reader may see it."""
    try:
        return campaign_named(slug, reader=request.actor)
    except CampaignUnknown as unknown:
        if code := county_code(slug):
            raise Refused("campaign", slug, code=code) from unknown
        raise Http404 from unknown
