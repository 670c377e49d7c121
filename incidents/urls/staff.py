from django.urls import path

from incidents.views import (
    staff_case,
    staff_change,
    staff_dialogue,
    staff_evidence,
    staff_parties,
    staff_party_acts,
    staff_party_letter,
    staff_reporter,
)

urlpatterns = [
    path("zaken/<str:number>/nemen/", staff_case.take, name="case_take"),
    path("zaken/<str:number>/notitie/", staff_case.note, name="case_note"),
    path("zaken/<str:number>/contact/", staff_case.contact, name="case_contact"),
    path("zaken/<str:number>/bericht/", staff_case.message, name="case_message"),
    path("zaken/<str:number>/vraag-aan-melder/", staff_dialogue.ask, name="reporter_ask"),
    path("zaken/<str:number>/melder/<str:about>/", staff_dialogue.settle, name="reporter_settle"),
    path("zaken/<str:number>/bijlagen/<uuid:evidence_id>/", staff_evidence.evidence, name="case_evidence"),
    path(
        "zaken/<str:number>/bijlagen/<uuid:evidence_id>/origineel/",
        staff_evidence.evidence_original,
        name="case_evidence_original",
    ),
    path("zaken/<str:number>/kenmerken/", staff_case.mark, name="case_mark"),
    path("zaken/<str:number>/woning/", staff_case.about_home, name="case_home"),
    path("zaken/<str:number>/ernst/", staff_case.severity, name="case_severity"),
    path("zaken/<str:number>/verder/", staff_case.advance, name="case_advance"),
    path("zaken/<str:number>/sluiten/", staff_case.close, name="case_close"),
    path("zaken/<str:number>/soort/", staff_change.kind, name="case_kind"),
    path("zaken/<str:number>/plek/", staff_change.place, name="case_place"),
    path("zaken/<str:number>/overdragen/", staff_change.hand_over, name="case_hand_over"),
    path("zaken/<str:number>/heropenen/", staff_change.reopen, name="case_reopen"),
    path("zaken/<str:number>/niet-heropenen/", staff_change.refuse_reopening, name="case_refuse_reopening"),
    path(
        "zaken/<str:number>/melder/<str:report>/brief/",
        staff_reporter.reporter_letter,
        name="reporter_letter",
    ),
    path("zaken/<str:number>/melder/", staff_reporter.reporter_identity, name="reporter_identity"),
    path("zaken/<str:number>/betrokkenen/", staff_parties.case_people, name="case_people"),
    path("zaken/<str:number>/betrokkenen/erbij/", staff_parties.party_add, name="party_add"),
    path("zaken/<str:number>/betrokkenen/overnemen/", staff_parties.party_take_over, name="party_take_over"),
    path("zaken/<str:number>/betrokkenen/<int:party_id>/", staff_parties.party_page, name="party_page"),
    path(
        "zaken/<str:number>/betrokkenen/<int:party_id>/gegevens/",
        staff_parties.party_contact,
        name="party_contact",
    ),
    path(
        "zaken/<str:number>/betrokkenen/<int:party_id>/brief/",
        staff_party_letter.party_letter,
        name="party_letter",
    ),
    path(
        "zaken/<str:number>/betrokkenen/<int:party_id>/<slug:verb>/",
        staff_party_acts.party_act,
        name="party_act",
    ),
]
