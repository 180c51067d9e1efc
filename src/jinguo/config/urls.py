"""Every address of the system. Each area brings its own."""

from django.urls import include, path, register_converter

from jinguo.web.base.converters import DivisionCode

register_converter(DivisionCode, "digits")

urlpatterns = [
    path("", include("jinguo.web.base.urls")),
    path("", include("jinguo.web.signin.urls")),
    path("", include("jinguo.web.agenda.urls")),
    path("accounts/", include("jinguo.web.accounts.urls")),
    path("me/", include("jinguo.web.me.urls")),
    path("start/", include("jinguo.web.setup.urls")),
    path("units/", include("jinguo.web.units.urls")),
    path("people/", include("jinguo.web.people.urls")),
    path("posts/", include("jinguo.web.posts.urls")),
    path("figures/", include("jinguo.web.figures.urls")),
    path("campaigns/", include("jinguo.web.campaigns.urls")),
    path("composition/", include("jinguo.web.composition.urls")),
    path("activities/", include("jinguo.web.activities.urls")),
    path("delegations/", include("jinguo.web.delegations.urls")),
    path("elections/", include("jinguo.web.elections.urls")),
    path("groups/", include("jinguo.web.groups.urls")),
    path("plaques/", include("jinguo.web.plaques.urls")),
    path("rights/", include("jinguo.web.rights.urls")),
    path("supervision/", include("jinguo.web.supervision.urls")),
    path("search/", include("jinguo.web.search.urls")),
    path("audit/", include("jinguo.web.audit.urls")),
    path("import/", include("jinguo.web.imports.urls")),
]

handler400 = "jinguo.web.base.refusals.unreadable"
handler403 = "jinguo.web.base.refusals.refused"
handler404 = "jinguo.web.base.refusals.not_found"
handler500 = "jinguo.web.base.refusals.broken"
