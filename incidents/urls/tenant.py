from django.urls import path

from incidents.views import (
    tenant_acts,
    tenant_evidence,
    tenant_follow,
    tenant_links,
    tenant_pages,
    tenant_receipt,
    tenant_wizard,
)

urlpatterns = [
    path("", tenant_pages.tenant_start, name="tenant_start"),
    path("privacy/", tenant_pages.privacy, name="privacy"),
    path("toegankelijkheid/", tenant_pages.accessibility, name="accessibility"),
    path("melden/", tenant_wizard.report_start, name="report_start"),
    path("melden/<uuid:draft_id>/ontvangen/", tenant_receipt.report_receipt, name="report_receipt"),
    path("melden/<uuid:draft_id>/weg/", tenant_wizard.report_quit, name="report_quit"),
    path("melden/<uuid:draft_id>/eerst-zelf/", tenant_wizard.report_try_first, name="report_try_first"),
    path("melden/<uuid:draft_id>/controle/", tenant_wizard.report_check, name="report_check"),
    path("melden/<uuid:draft_id>/bewijs/", tenant_evidence.report_evidence, name="report_evidence"),
    path("melden/<uuid:draft_id>/<slug:step>/", tenant_wizard.report_step, name="report_step"),
    path("advies/", tenant_pages.tried_first, name="tried_first"),
    path("volgen/", tenant_follow.follow_enter, name="follow_enter"),
    path("volgen/melding/", tenant_acts.follow_report, name="follow_report"),
    path("volgen/code-kwijt/", tenant_links.follow_lost, name="follow_lost"),
    path("volgen/link/", tenant_links.follow_link_use, name="follow_link_use"),
    path("volgen/link/<str:token>/", tenant_links.follow_link, name="follow_link"),
    path("volgen/melding/nieuwe-code/", tenant_links.follow_code, name="follow_code"),
    path("volgen/melding/bestand/", tenant_acts.follow_data, name="follow_data"),
    path("volgen/melding/bijlage/<uuid:evidence_id>/", tenant_acts.follow_file, name="follow_file"),
    path("volgen/melding/<slug:slug>/", tenant_acts.follow_act, name="follow_act"),
    path("volgen/uit/", tenant_follow.follow_leave, name="follow_leave"),
    path("volgen/weg/", tenant_follow.follow_quit, name="follow_quit"),
]
