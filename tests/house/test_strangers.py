"""The stranger table: every URL for everybody. Each row is a sentence about privacy.

ok: the page or the act is theirs. login: sign in first. code: number and code first. 403: not for people like them.
404: not theirs, and they do not learn whether it exists.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone

from complexes.models import Complex
from incidents.entry import entering
from incidents.entry.mail_reading import pasted
from incidents.entry.mails import hold
from incidents.following import dialogue
from incidents.handling import case_tasks
from incidents.models import Case, Conflict, Draft, Evidence, LadderStep
from incidents.rules.answers import Channel
from incidents.staffing import conflicts
from partners.at_work.asking import ask
from partners.backtesting import backtests
from partners.covenants import covenant_alarms
from partners.models import Attachment, Covenant, Reveal
from partners.rules import rule_sets
from safetyportal.desk import saving
from safetyportal.duty import roster
from safetyportal.duty.models import Rank
from safetyportal.notices.alarms import raise_alarm
from safetyportal.notices.models import Alarm
from safetyportal.people.absence import set_absence
from tests.house.urls import walk
from tests.incidents.evidence.sending import laid_ready, sent_photo
from tests.incidents.parties import accused
from tests.incidents.signal_giving import given_signal
from tests.incidents.test_letters import written
from tests.partners import scaling_up
from tests.world import CODE, at_home, file, filing, in_stairwell, person, referral, route, routed

ACTORS = (
    "anonymous", "reporter", "other_reporter", "staff", "staff_elsewhere", "lead", "restricted",
    "partner", "other_partner", "functional", "sysadmin",
)  # fmt: skip
EVERYBODY = "ok ok ok ok ok ok ok ok ok ok ok"
SIGNED_IN = "login login login ok ok ok ok ok ok ok ok"
OWN_CASE = "login login login ok 404 ok 404 403 403 403 403"
OWN_RESTRICTED = "login login login 404 404 404 ok 403 403 403 403"
OWN_QUEUE = "login login login 404 404 403 404 ok 404 403 403"
QUEUE = "login login login ok ok 403 ok ok ok 403 403"
INBOX = "login login login ok ok ok ok 403 403 403 403"
SIGHT = "login login login ok ok ok ok 403 403 403 403"  # who protects cases has a desk too
SIGNAL = "login login login ok 404 ok 403 403 403 403 403"
# The door of the letter; who came in with one: tests/incidents/test_reply_pages.py.
ACCUSED = "code code code code code code code code code code code"
REPORTER = "code ok ok code code code code code code code code"
PEOPLE = "login login login 403 403 ok 403 403 403 403 ok"
COLLEAGUE = "login login login 403 403 ok 403 403 403 403 ok"
ELSEWHERE = "login login login 403 403 404 403 403 403 403 ok"
ADMINISTRATOR = "login login login 403 403 403 403 403 403 403 ok"
PARTNER_ADMIN = "login login login 403 403 403 403 403 403 403 403"  # tests/partners/test_member_access.py
SETUP = "login login login 403 403 403 403 403 403 ok ok"
SETTINGS = "login login login 403 403 403 403 403 403 ok 403"
INVOLVED = "login login login ok ok ok ok 403 403 403 403"
OVERSEER = (
    "login login login 403 403 ok 403 403 403 403 403"  # and privacy: tests/incidents/test_conflict_pages.py
)
CASEWORKERS = "login login login ok ok ok ok 403 403 403 403"
LED = "login login login 403 403 ok 403 403 403 403 403"
ROSTER = "login login login 403 403 ok 403 403 403 ok 403"
NOBODYS_DRAFT = "404 404 404 404 404 404 404 404 404 404 404"

# (url name, method, object) -> a column for each actor
TABLE: dict[tuple[str, str, str], str] = {
    ("tenant_start", "GET", ""): EVERYBODY,
    ("privacy", "GET", ""): EVERYBODY,
    ("accessibility", "GET", ""): EVERYBODY,
    ("report_start", "GET", ""): EVERYBODY,
    ("report_step", "GET", "draft of another"): NOBODYS_DRAFT,
    ("report_step", "POST", "draft of another"): NOBODYS_DRAFT,
    ("report_check", "GET", "draft of another"): NOBODYS_DRAFT,
    ("report_check", "POST", "draft of another"): NOBODYS_DRAFT,
    ("report_evidence", "GET", "draft of another"): NOBODYS_DRAFT,
    ("report_evidence", "POST", "draft of another"): NOBODYS_DRAFT,
    ("report_receipt", "GET", "draft of another"): NOBODYS_DRAFT,
    ("report_quit", "POST", "draft of another"): EVERYBODY,  # leaves, whoever asks; deletes own drafts only
    ("report_try_first", "POST", "draft of another"): NOBODYS_DRAFT,
    ("tried_first", "GET", ""): EVERYBODY,
    ("follow_enter", "GET", ""): EVERYBODY,
    ("follow_report", "GET", ""): REPORTER,
    ("follow_data", "GET", ""): REPORTER,
    ("follow_file", "GET", "own file"): "code ok 404 code code code code code code code code",
    ("follow_code", "GET", ""): REPORTER,
    ("follow_code", "POST", ""): REPORTER,
    ("follow_lost", "GET", ""): EVERYBODY,
    ("follow_link", "GET", "token"): EVERYBODY,
    ("follow_link_use", "GET", ""): EVERYBODY,
    ("follow_link_use", "POST", ""): EVERYBODY,
    ("follow_act", "GET", "act"): REPORTER,
    ("follow_act", "POST", "act"): REPORTER,
    ("follow_leave", "POST", ""): EVERYBODY,
    ("follow_quit", "POST", ""): EVERYBODY,
    ("reply_enter", "GET", ""): EVERYBODY,
    ("reply_page", "GET", ""): ACCUSED,
    ("reply_act", "GET", "reply"): ACCUSED,
    ("reply_act", "POST", "reply"): ACCUSED,
    ("reply_leave", "POST", ""): EVERYBODY,
    ("set_language", "POST", ""): EVERYBODY,
    ("healthz", "GET", ""): EVERYBODY,
    ("readyz", "GET", ""): EVERYBODY,
    ("security_txt", "GET", ""): EVERYBODY,
    ("robots", "GET", ""): EVERYBODY,
    ("account_login", "GET", ""): EVERYBODY,
    ("account_logout", "POST", ""): EVERYBODY,
    ("account_reset_password", "GET", ""): EVERYBODY,
    ("account_inactive", "GET", ""): EVERYBODY,
    ("link_open", "GET", "token"): EVERYBODY,  # it tells nobody whether there is such a link
    ("link_use", "GET", ""): EVERYBODY,
    ("account_home", "GET", ""): SIGNED_IN,
    ("account_sessions", "GET", ""): SIGNED_IN,
    ("account_session_end", "POST", "session"): "login login login 404 404 404 404 404 404 404 404",
    ("account_sessions_end_others", "POST", ""): SIGNED_IN,
    ("own_absence", "GET", ""): CASEWORKERS,
    ("own_absence", "POST", ""): CASEWORKERS,
    ("own_absence_end", "POST", "absence"): "login login login 404 404 ok 404 403 403 403 403",
    ("own_mails", "GET", ""): CASEWORKERS,
    ("own_mails", "POST", ""): CASEWORKERS,
    ("person_absence", "GET", "colleague"): LED,
    ("person_absence", "POST", "colleague"): LED,
    ("person_absence", "GET", "elsewhere"): "login login login 403 403 404 403 403 403 403 403",
    ("person_absence_end", "POST", "absence of colleague"): LED,
    ("duty_roster", "GET", ""): ROSTER,
    ("shift_add", "GET", ""): ROSTER,
    ("shift_add", "POST", ""): ROSTER,
    ("shift_remove", "POST", "shift"): ROSTER,
    ("duty_page", "GET", ""): CASEWORKERS,
    ("duty_acknowledge", "POST", "alert"): OWN_CASE,
    ("duty_acknowledge", "POST", "restricted alert"): OWN_RESTRICTED,
    ("case_tasks", "GET", "case"): OWN_CASE,
    ("case_tasks", "POST", "case"): OWN_CASE,
    ("case_tasks", "GET", "restricted case"): OWN_RESTRICTED,
    ("case_task_done", "POST", "task"): OWN_CASE,
    ("case_task_move", "GET", "task"): OWN_CASE,
    ("case_task_move", "POST", "task"): OWN_CASE,
    ("house_style", "GET", "version"): EVERYBODY,
    ("settings_home", "GET", ""): SETTINGS,
    ("settings_section", "GET", "settings"): SETTINGS,
    ("settings_edit", "GET", "setting"): SETTINGS,
    ("settings_edit", "POST", "setting"): SETTINGS,
    ("settings_history", "GET", "setting"): SETTINGS,
    ("settings_undo", "GET", "change"): "login login login 403 403 403 403 403 403 404 403",
    ("settings_undo", "POST", "change"): "login login login 403 403 403 403 403 403 404 403",
    ("people_list", "GET", ""): PEOPLE,
    ("people_invite", "GET", ""): PEOPLE,
    ("people_invite", "POST", ""): PEOPLE,
    **{
        (name, "POST", "colleague"): COLLEAGUE
        for name in (
            "person_grant", "person_disable", "person_enable", "person_reset", "person_invite_again", "person_end_sessions",
        )
    },
    **{
        (name, "POST", "elsewhere"): ELSEWHERE
        for name in (
            "person_grant", "person_disable", "person_enable", "person_reset", "person_invite_again", "person_end_sessions",
        )
    },
    ("person_page", "GET", "colleague"): COLLEAGUE,
    ("person_page", "GET", "elsewhere"): ELSEWHERE,
    ("person_revoke", "POST", "role of colleague"): COLLEAGUE,
    ("person_revoke", "POST", "role elsewhere"): ELSEWHERE,
    ("person_confirm", "POST", "role of colleague"): ADMINISTRATOR,
    ("mfa_authenticate", "GET", ""): "login login login ok ok ok ok ok ok ok ok",
    ("home_of_user", "GET", ""): SIGNED_IN,
    ("account_reauthenticate", "GET", ""): SIGNED_IN,
    ("mfa_index", "GET", ""): SIGNED_IN,
    ("mfa_reauthenticate", "GET", ""): SIGNED_IN,
    ("mfa_activate_totp", "GET", ""): SIGNED_IN,
    ("account_change_password", "GET", ""): SIGNED_IN,
    ("mfa_login_webauthn", "GET", ""): "login login login ok ok ok ok ok ok ok ok",
    ("mfa_list_webauthn", "GET", ""): SIGNED_IN,
    ("mfa_add_webauthn", "GET", ""): SIGNED_IN,
    ("mfa_reauthenticate_webauthn", "GET", ""): SIGNED_IN,
    # Asks to confirm first; whose passkey it is, is looked at after that.
    ("mfa_edit_webauthn", "POST", "passkey of another"): SIGNED_IN,
    ("mfa_remove_webauthn", "POST", "passkey of another"): SIGNED_IN,
    ("mfa_deactivate_totp", "GET", ""): "login login login 404 404 404 404 404 404 404 404",  # nothing to switch off
    ("mfa_view_recovery_codes", "GET", ""): "login login login 404 404 404 404 404 404 404 404",
    ("mfa_generate_recovery_codes", "GET", ""): SIGNED_IN,
    ("mfa_download_recovery_codes", "GET", ""): "login login login 404 404 404 404 404 404 404 404",  # none made yet
    ("staff_inbox", "GET", ""): INBOX,
    ("signal_new", "GET", ""): SIGHT,
    ("signal_new", "POST", ""): SIGHT,
    ("signal_given", "GET", "signal"): "login login login ok 404 404 404 403 403 403 403",
    ("signal_given", "POST", "signal"): "login login login ok 404 404 404 403 403 403 403",
    ("signal_list", "GET", ""): "login login login ok ok ok 403 403 403 403 403",
    ("signal_page", "GET", "signal"): SIGNAL,
    ("signal_photo", "GET", "photo of signal"): SIGNAL,
    **{(name, "POST", "signal"): SIGNAL for name in ("signal_look", "signal_case", "signal_aside")},
    ("mail_new", "GET", ""): INBOX,
    ("mail_new", "POST", ""): INBOX,
    ("mail_page", "GET", "mail"): "login login login ok 404 404 404 403 403 403 403",
    ("mail_page", "POST", "mail"): "login login login ok 404 404 404 403 403 403 403",
    ("mail_to_case", "POST", "mail"): "login login login ok 404 404 404 403 403 403 403",
    ("entry_page", "GET", ""): INBOX,
    ("entry_page", "POST", ""): INBOX,
    ("entry_receipt", "GET", "entered"): "login login login ok 404 404 404 403 403 403 403",
    ("inbox_new_since", "GET", ""): INBOX,
    ("selection_take", "POST", ""): INBOX,
    ("selection_give", "GET", ""): INBOX,
    ("selection_give", "POST", ""): INBOX,
    ("saved_lists", "GET", ""): INBOX,
    ("saved_list_save", "POST", ""): INBOX,
    **{
        (f"saved_list_{name}", "POST", "saved list"): "login login login ok 404 404 404 403 403 403 403"
        for name in ("rename", "pin", "up", "remove")
    },
    ("staff_search", "GET", ""): INBOX,
    ("staff_search", "POST", ""): INBOX,
    ("case_page", "GET", "case"): OWN_CASE,
    ("case_page", "GET", "restricted case"): OWN_RESTRICTED,
    ("case_sharing", "GET", "case"): OWN_CASE,
    ("second_person", "GET", ""): INBOX,
    **{(name, "POST", "step"): OWN_CASE for name in ("ladder_confirm", "ladder_refuse", "ladder_check")},
    ("ladder_confirm", "POST", "step of another case"): "login login login 404 404 404 404 403 403 403 403",
    ("case_sharing", "GET", "restricted case"): OWN_RESTRICTED,
    ("routing_overview", "GET", ""): "login login login 403 403 ok 403 403 403 ok ok",
    **{(name, "GET", ""): SETUP for name in ("rules_home", "rules_draft", "rules_history", "rules_try")},
    ("rules_set", "GET", "rule set"): SETUP,
    **{(name, "POST", ""): SETTINGS for name in ("rules_start", "rules_discard", "rules_activate", "rule_new")},
    **{(name, "POST", "rule"): SETTINGS for name in ("rule_move", "rule_edit", "rule_remove")},
    ("routing_deliveries", "GET", ""): "login login login 403 403 ok 403 403 403 ok ok",
    ("alarm_clear", "POST", "alarm"): "login login login 403 403 ok 403 403 403 403 403",
    **{
        (name, "POST", "case"): OWN_CASE
        for name in (
            "case_take", "case_note", "case_contact", "case_message", "case_mark", "case_severity", "case_home", "case_close",
            "case_advance", "case_triage",
            "reporter_identity", "route_by_hand", "case_kind", "case_place", "case_hand_over", "case_reopen",
            "case_refuse_reopening", "case_merge", "case_unmerge", "case_split",
            "ladder_step", "case_plan", "case_review", "case_harassment",
        )
    },
    **{
        (name, "GET", "case"): OWN_CASE for name in (
            "case_triage", "case_kind", "case_place", "case_hand_over", "case_reopen", "case_refuse_reopening",
            "case_merge", "case_unmerge", "case_split", "case_relatives", "case_approach",
        )
    },
    **{
        (name, "POST", "restricted case"): OWN_RESTRICTED
        for name in (
            "case_take", "case_note", "case_close", "reporter_identity", "route_by_hand", "case_kind", "case_place",
            "case_hand_over", "case_reopen", "case_triage",
            "case_refuse_reopening",
        )
    },
    ("case_step_back", "GET", "case"): OWN_CASE,
    ("case_step_back", "POST", "case"): OWN_CASE,
    ("case_step_back", "POST", "restricted case"): OWN_RESTRICTED,
    ("own_conflicts", "GET", ""): INVOLVED,
    ("own_conflicts", "POST", ""): INVOLVED,
    ("conflict_list", "GET", ""): OVERSEER,
    ("conflict_list", "POST", ""): OVERSEER,
    ("conflict_end", "GET", "conflict"): OVERSEER,
    ("conflict_end", "POST", "conflict"): OVERSEER,
    ("conflict_end", "GET", "conflict elsewhere"): "login login login 403 403 404 403 403 403 403 403",
    ("conflict_end", "POST", "conflict elsewhere"): "login login login 403 403 404 403 403 403 403 403",
    **{
        (name, "GET", noun): row
        for noun, row in (("case", OWN_CASE), ("restricted case", OWN_RESTRICTED))
        for name in ("case_letters", "case_letter_new", "case_compose")
    },
    ("case_letter_new", "POST", "case"): OWN_CASE,
    ("case_compose", "POST", "case"): OWN_CASE,
    **{
        (name, method, noun): row
        for noun, row in (
            ("report", OWN_CASE), ("restricted report", OWN_RESTRICTED),
            ("report of another case", "login login login 404 404 404 404 403 403 403 403"),
        )
        for name, noun in (("case_language", noun), ("case_translate", f"story of {noun}"))
        for method in ("GET", "POST")
    },
    **{
        (name, method, noun): row
        for noun, row in (
            ("letter", OWN_CASE), ("letter of restricted case", OWN_RESTRICTED),
            ("letter under another case", "login login login 404 404 404 404 403 403 403 403"),
        )
        for name, method in (
            ("case_letter", "GET"), ("case_letter_edit", "GET"), ("case_letter_edit", "POST"), ("case_letter_pdf", "GET"),
            ("case_letter_send", "POST"), ("case_letter_check", "POST"), ("case_letter_throw_away", "GET"), ("case_letter_throw_away", "POST"),
        )
    },
    ("case_people", "GET", "case"): OWN_CASE,
    ("case_people", "GET", "restricted case"): OWN_RESTRICTED,
    ("party_add", "POST", "case"): OWN_CASE,
    ("party_add", "POST", "restricted case"): OWN_RESTRICTED,
    ("party_take_over", "POST", "case"): OWN_CASE,
    ("party_page", "GET", "party"): OWN_CASE,
    ("party_contact", "POST", "party"): OWN_CASE,
    ("party_letter", "GET", "party"): OWN_CASE,
    ("party_letter", "POST", "party"): OWN_CASE,
    ("party_act", "POST", "party verb"): OWN_CASE,
    **{
        (name, method, "party of another case"): "login login login 404 404 404 404 403 403 403 403"
        for name, method in (
            ("party_page", "GET"), ("party_contact", "POST"), ("party_letter", "GET"), ("party_letter", "POST"),
        )
    },
    ("case_evidence", "GET", "file"): OWN_CASE,
    ("case_evidence", "GET", "file of restricted case"): OWN_RESTRICTED,
    ("case_evidence", "GET", "file not sent"): "login login login 404 404 404 404 403 403 403 403",
    ("case_evidence_original", "POST", "file"): "login login login 403 403 ok 404 403 403 403 403",
    ("case_evidence_original", "POST", "file of restricted case"): "login login login 403 403 404 ok 403 403 403 403",
    ("reporter_ask", "POST", "case"): OWN_CASE,
    ("reporter_motive", "GET", "case"): OWN_CASE,
    ("reporter_motive", "POST", "case"): OWN_CASE,
    ("reporter_motive", "POST", "restricted case"): OWN_RESTRICTED,
    ("access_log", "GET", ""): "login login login 403 403 403 403 403 403 403 403",  # tests/safetyportal/test_access_log.py
    ("access_log", "POST", ""): "login login login 403 403 403 403 403 403 403 403",
    ("reporter_letter", "GET", "report"): OWN_CASE,
    ("reporter_letter", "POST", "report"): OWN_CASE,
    ("reporter_letter", "POST", "restricted report"): OWN_RESTRICTED,
    ("reporter_letter", "POST", "report of another case"): "login login login 404 404 404 404 403 403 403 403",
    ("reporter_settle", "GET", "asked"): OWN_CASE,
    ("reporter_settle", "POST", "asked"): OWN_CASE,
    ("route_by_hand", "GET", "case"): OWN_CASE,
    ("proposal_page", "GET", "proposal"): OWN_CASE,
    ("proposal_page", "POST", "proposal"): OWN_CASE,
    ("proposal_refuse", "POST", "proposal"): OWN_CASE,
    ("referral_withdraw", "GET", "referral"): OWN_CASE,
    ("referral_withdraw", "POST", "referral"): OWN_CASE,
    # Of a partner that may have files, and of the partner itself: tests/partners/test_attachments.py.
    **{
        (name, method, "attachment"): OWN_CASE
        for name, method in (("attachment_seen", "GET"), ("attachment_end", "POST"))
    },
    ("attachment_list", "GET", "referral"): OWN_CASE,
    ("attachment_list", "GET", "proposal"): OWN_CASE,
    ("attachment_new", "POST", "file for referral"): OWN_CASE,
    ("attachment_new", "GET", "file for referral"): "login login login 404 404 404 404 403 403 403 403",
    ("partner_file", "GET", "attachment"): "login login login 404 404 403 404 404 404 403 403",
    # A lead of the team or the privacy officer, and who asked: tests/partners/test_revealing.py.
    ("reveal_ask", "GET", "referral"): OWN_CASE,
    ("reveal_ask", "POST", "referral"): OWN_CASE,
    ("reveal_list", "GET", ""): OVERSEER,
    **{
        (name, method, "reveal"): OVERSEER
        for name, method in (("reveal_decide", "GET"), ("reveal_decide", "POST"), ("reveal_refuse", "POST"))
    },
    ("reveal_take_back", "POST", "reveal"): "login login login ok 404 404 404 403 403 403 403",
    ("referral_withdraw", "POST", "proposal"): "login login login 404 404 404 404 403 403 403 403",
    ("backtest_list", "GET", ""): SETUP,
    ("backtest_page", "GET", "backtest"): SETUP,
    ("backtest_start", "GET", ""): SETTINGS,
    ("backtest_start", "POST", ""): SETTINGS,
    ("backtest_stop", "POST", "backtest"): SETTINGS,
    ("referral_deliver", "POST", "referral"): OWN_CASE,
    ("referral_deliver", "POST", "proposal"): "login login login 404 404 404 404 403 403 403 403",
    ("setup_checklist", "GET", ""): SETUP,
    ("setup_test_mail", "POST", ""): SETUP,
    ("member_places", "GET", ""): PARTNER_ADMIN,
    ("member_list", "GET", "partner"): PARTNER_ADMIN,
    ("member_invite", "POST", "partner"): PARTNER_ADMIN,
    ("member_page", "GET", "member"): PARTNER_ADMIN,
    **{
        (f"member_{name}", "POST", "member"): PARTNER_ADMIN for name in ("end", "admin", "unadmin", "again", "reset")
    },
    ("covenant_list", "GET", ""): SETTINGS,  # and privacy: tests/partners/test_covenant_register.py
    ("covenant_new", "GET", ""): SETTINGS,
    ("covenant_new", "POST", ""): SETTINGS,
    ("covenant_page", "GET", "covenant"): SETTINGS,
    ("covenant_add_paper", "POST", "covenant"): SETTINGS,
    ("covenant_paper", "GET", "paper"): "login login login 403 403 403 403 403 403 404 403",
    ("covenant_seen", "POST", "covenant alarm"): SETTINGS,
    ("processing_register", "GET", ""): SETTINGS,
    ("processing_export", "GET", ""): SETTINGS,
    ("partner_list", "GET", ""): SETUP,
    ("partner_page", "GET", "partner"): SETUP,
    ("partner_new", "GET", ""): SETTINGS,
    ("partner_new", "POST", ""): SETTINGS,
    ("partner_remove", "POST", "partner"): SETTINGS,
    ("desk_places", "GET", ""): ADMINISTRATOR,
    ("desk_list", "GET", "partner"): ADMINISTRATOR,
    ("desk_invite", "POST", "partner"): ADMINISTRATOR,
    ("desk_add", "POST", "partner"): ADMINISTRATOR,
    ("desk_page", "GET", "member"): ADMINISTRATOR,
    **{(f"desk_{name}", "POST", "member"): ADMINISTRATOR for name in ("end", "admin", "unadmin")},
    ("partner_queue", "GET", ""): QUEUE,
    ("partner_referral", "GET", "referral"): OWN_QUEUE,
    ("partner_referral", "GET", "proposal"): "login login login 404 404 403 404 404 404 403 403",
    ("referral_accept", "POST", "referral"): OWN_QUEUE,
    ("referral_accept", "POST", "proposal"): "login login login 404 404 403 404 404 404 403 403",
    ("referral_ask", "GET", "referral"): OWN_QUEUE,
    ("referral_ask", "POST", "referral"): OWN_QUEUE,
    ("referral_take_back", "POST", "referral"): OWN_QUEUE,
    ("case_scale", "GET", "case"): OWN_CASE,
    ("case_scale", "POST", "case"): OWN_CASE,
    ("case_scale", "GET", "restricted case"): OWN_RESTRICTED,
    ("scale_page", "GET", "scale-up"): OWN_CASE,
    ("referral_anew", "GET", "referral"): OWN_CASE,
    ("referral_anew", "POST", "referral"): OWN_CASE,
    ("referral_anew", "POST", "proposal"): "login login login 404 404 404 404 403 403 403 403",
    # Of what one can see there is no such page; of what one lost: tests/partners/test_cutting_off.py.
    ("referral_lost", "GET", "referral"): "login login login 404 404 403 404 404 404 403 403",
    **{(name, "POST", "scale-up"): OWN_CASE for name in ("scale_refuse", "scale_look", "scale_back")},
    ("scale_confirm", "POST", "scale-up"): "login login login 403 403 ok 404 403 403 403 403",
    ("question_page", "GET", "question"): OWN_CASE,
    ("question_page", "POST", "question"): OWN_CASE,
    ("referral_decline", "POST", "referral"): OWN_QUEUE,
    ("referral_finish", "POST", "referral"): OWN_QUEUE,
}  # fmt: skip


@dataclass
class Stage:
    clients: dict[str, Client]
    urls: dict[str, dict[str, object]]


@pytest.fixture
def stage(association: None) -> Stage:
    return set_stage()


def set_stage() -> Stage:
    """A piece of everything, and everybody signed in."""
    case = routed("DRU-GEB")
    waiting = routed("DRU-GEB", place=in_stairwell(18))
    hidden, urgent = routed("AGR-HUIS", place=at_home(4)), routed("AGR-BED", place=at_home(12))
    report, other = case.reports.get(), file("GEL-MUZ", place=at_home(6))
    route(other)
    party = accused(case)
    asked = ask(referral=referral(case, "BOA"), text="Hoe laat?", by=person("boa@"), at=timezone.now())
    dialogue.say(report=report, sort="complaint", text="Te lang.", at=timezone.now())
    raise_alarm(code=Alarm.Code.NO_RULE, subject="x", at=timezone.now())
    draft = Draft.objects.create(created_at=timezone.now(), changed_at=timezone.now())
    photo = sent_photo(report)
    # A case that became protected when there were photos already.
    once_open = file("DRU-GEB", place=at_home(10))
    hidden_photo = sent_photo(once_open)
    Case.objects.filter(pk=once_open.case_id).update(restricted=True)
    signal = given_signal("noord@", photo=True)
    lying_ready = laid_ready(file("GEL-MUZ", place=at_home(8)))
    kept = saving.save(name="Laat", query="list=late", pinned=False, by=person("noord@"), at=timezone.now())
    letter, hidden_letter = written(case, sort="other"), written(hidden, by="beschermd@", sort="other")
    emails = {
        "staff": "noord@", "staff_elsewhere": "zuid@", "lead": "teamleider@", "restricted": "beschermd@",
        "partner": "boa@", "other_partner": "wijkagent-zuid@", "functional": "beheer@", "sysadmin": "systeem@",
    }  # fmt: skip
    clients = {actor: Client() for actor in ACTORS}
    for actor, email in emails.items():
        clients[actor].force_login(person(email))
    for actor, number in {"reporter": report.number, "other_reporter": other.number}.items():
        clients[actor].post(reverse("follow_enter"), {"number": number, "code": CODE})
    return Stage(
        clients,
        {
            "": {},
            "case": {"number": case.number},
            "restricted case": {"number": hidden.number},
            "letter": {"number": case.number, "pk": letter.pk},
            "letter of restricted case": {"number": hidden.number, "pk": hidden_letter.pk},
            "letter under another case": {"number": case.number, "pk": hidden_letter.pk},
            "report": {"number": case.number, "report": report.number},
            "restricted report": {"number": hidden.number, "report": hidden.reports.get().number},
            "report of another case": {"number": case.number, "report": other.number},
            "story of report": {"number": case.number, "what": report.number},
            "story of restricted report": {"number": hidden.number, "what": hidden.reports.get().number},
            "story of report of another case": {"number": case.number, "what": other.number},
            "referral": {"referral_id": referral(case, "BOA").pk},
            "proposal": {"referral_id": referral(waiting, "BOA").pk},
            "file for referral": {"referral_id": referral(case, "BOA").pk, "evidence_id": photo.pk},
            "reveal": {"pk": _reveal(case).pk},
            "attachment": {
                "referral_id": referral(case, "BOA").pk,
                "attachment_id": _attached(case, photo).pk,
            },
            "question": {"pk": asked.pk},
            "draft of another": {"draft_id": draft.pk, "step": "soort"},
            "version": {"version": 1},
            "absence": {"pk": _away("teamleider@")},
            "absence of colleague": {"pk": person("noord2@").pk, "absence_pk": _away("noord2@")},
            "shift": {"pk": _shift("noord2@")},
            "task": {"number": case.number, "pk": _task(case)},
            "alert": {"pk": urgent.duty_alerts.get().pk},
            "restricted alert": {"pk": hidden.duty_alerts.get().pk},
            "act": {"slug": "bericht"},
            "signal": {"signal_id": signal.pk},
            "photo of signal": {"signal_id": signal.pk, "evidence_id": signal.evidence.get().pk},
            "mail": {
                "key": hold(mail=pasted("Herrie."), by=person("noord@"), client="x", at=timezone.now()).key
            },
            "entered": {"number": _entered("noord@")},
            "reply": {"slug": "verklaring"},
            "party": {"number": case.number, "party_id": party.pk},
            "party verb": {"number": case.number, "party_id": party.pk, "verb": "verklaring"},
            "party of another case": {"number": case.number, "party_id": accused(other.case).pk},
            "asked": {"number": case.number, "about": f"complaint.{report.number}"},
            "settings": {"name": "soorten"},
            "setting": {"name": "soorten", "code": "gel-muz"},
            "change": {"pk": 1},
            "token": {"token": "x" * 43},
            "session": {"pk": 1},
            "passkey of another": {"pk": 1},
            "partner": {"code": "handhaving-lindestad"},
            "member": _member("boa@"),
            "conflict": {"pk": _conflict("noord2@")},
            "conflict elsewhere": {"pk": _conflict("zuid2@")},
            "colleague": {"pk": person("noord2@").pk},
            "elsewhere": {"pk": person("zuid2@").pk},
            "role of colleague": _role("noord2@"),
            "role elsewhere": _role("zuid2@"),
            "own file": {"evidence_id": photo.pk},
            "file": {"number": case.number, "evidence_id": photo.pk},
            "file not sent": {"number": lying_ready.report.case.number, "evidence_id": lying_ready.pk},
            "file of restricted case": {"number": once_open.case.number, "evidence_id": hidden_photo.pk},
            "step": {"number": case.number, "step_id": _proposed(case).pk},
            "step of another case": {"number": other.case.number, "step_id": LadderStep.objects.get().pk},
            "scale-up": {"pk": scaling_up.proposed(case).pk},
            "saved list": {"pk": kept.pk},
            "rule": {"slug": "kind-default"},
            "rule set": {"number": 1},
            "backtest": {"pk": _backtest()},
            "covenant": {"key": Covenant.objects.earliest("pk").pk},
            "paper": {"key": Covenant.objects.earliest("pk").pk, "paper_id": uuid4()},
            "covenant alarm": {"pk": _covenant_alarm()},
            "alarm": {"pk": Alarm.objects.get(subject="x").pk},
        },
    )


def _backtest() -> int:
    today, active = timezone.localdate(), rule_sets.active()
    assert active is not None
    return backtests.start(
        rule_set=active, from_day=today, to_day=today, by=person("beheer@"), at=timezone.now()
    ).pk


def _covenant_alarm() -> int:
    covenant_alarms.look(at=timezone.now())
    return Alarm.objects.get(code=Alarm.Code.COVENANT_ENDS).pk


def _proposed(case: Case) -> LadderStep:
    return LadderStep.objects.create(
        case=case, track="public", level="P4", climbs=4, state="proposed", ground="other", reason="Ernstig.",
        made_by=person("noord2@"), made_at=timezone.now(),
    )  # fmt: skip


def _reveal(case: Case) -> Reveal:
    return Reveal.objects.create(
        referral=referral(case, "BOA"), report=case.reports.get(), ground="vital", motive="Gevaar.",
        asked_at=timezone.now(), asked_by=person("noord@"),
    )  # fmt: skip


def _attached(case: Case, photo: Evidence) -> Attachment:
    """A row that its partner has no right to, whoever wrote it."""
    return Attachment.objects.create(
        referral=referral(case, "BOA"), evidence=photo, caption="De deur", ground="interest", ground_text="Nodig.",
        given_at=timezone.now(), given_by=person("noord@"),
    )  # fmt: skip


def _away(email: str) -> int:
    who, today = person(email), timezone.localdate()
    return set_absence(user=who, from_on=today, until_on=today, cover=None, by=who, at=timezone.now()).pk


def _task(case: Case) -> int:
    return case_tasks.add(
        case=case, what="Bellen.", due_on=timezone.localdate(), owner=None, is_personal=False,
        by=person("noord@"), at=timezone.now(),
    ).pk  # fmt: skip


def _shift(email: str) -> int:
    starts, lead = datetime(2027, 3, 1, 17), person("teamleider@")
    (made,) = roster.add(
        person=person(email), rank=Rank.FIRST, starts=starts, ends=starts + timedelta(days=1), by=lead,
        at=timezone.now(),
    )  # fmt: skip
    return made.pk


def _entered(email: str) -> str:
    """A report that this colleague wrote down for somebody."""
    report = entering.enter(
        filing=filing("GEL-MUZ", channel=Channel.PHONE),
        form_key=uuid4(),
        take=False,
        by=person(email),
        at=timezone.now(),
    )
    return report.number


def _member(email: str) -> dict[str, object]:
    held = person(email).memberships.select_related("partner").get()
    return {"code": held.partner.code, "key": held.pk}


def _conflict(email: str) -> int:
    who, place = person(email), Complex.objects.order_by("pk")[0]
    conflicts.state(person=who, complex=place, sort=Conflict.Sort.LIVES, by=who, at=timezone.now())
    return Conflict.objects.get(person=who).pk


def _role(email: str) -> dict[str, object]:
    user = person(email)
    return {"pk": user.pk, "grant": user.role_grants.order_by("pk")[0].pk}


def outcome(stage: Stage, actor: str, name: str, method: str, what: str) -> str:
    arguments = dict(stage.urls[what])
    if what == "draft of another" and name != "report_step":
        arguments.pop("step")
    address = reverse(name, kwargs=arguments)
    client = stage.clients[actor]
    cookies = copy(client.cookies)
    with transaction.atomic():
        response = client.generic(method, address)
        transaction.set_rollback(True)
    client.cookies = cookies
    target = response.headers.get("Location", "")
    if target.startswith(reverse("account_login")):
        return "login"
    if target.startswith(reverse("reply_enter")):
        return "code"
    if target.startswith(reverse("follow_enter")) and name != "follow_leave":
        return "code"
    if response.status_code in (403, 404):
        return str(response.status_code)
    assert response.status_code < 500, (actor, address, response.status_code)
    assert response.status_code != 405, address
    return "ok"


@pytest.mark.django_db
def test_everybody_gets_what_is_theirs_and_nothing_else(stage: Stage) -> None:
    found = {row: " ".join(outcome(stage, actor, *row) for actor in ACTORS) for row in TABLE}

    wrong = {row: (found[row], wanted) for row, wanted in TABLE.items() if found[row] != wanted}
    assert wrong == {}


def test_the_table_holds_every_url() -> None:
    names = {pattern.name for pattern in walk(get_resolver().url_patterns)}

    assert names - {name for name, _method, _what in TABLE} == set()


@pytest.mark.django_db
def test_what_is_not_yours_looks_like_what_is_not_there(stage: Stage) -> None:
    def body(actor: str, name: str, **arguments: object) -> tuple[int, bytes]:
        response = stage.clients[actor].get(reverse(name, kwargs=arguments))
        return response.status_code, response.content.replace(b"csrf", b"")

    pairs: Iterator[tuple[tuple[int, bytes], tuple[int, bytes]]] = iter(
        [
            (
                body("staff_elsewhere", "case_page", **stage.urls["case"]),
                body("staff_elsewhere", "case_page", number="Z-0000-0000"),
            ),
            (
                body("other_partner", "partner_referral", **stage.urls["referral"]),
                body("other_partner", "partner_referral", referral_id=uuid4()),
            ),
        ]
    )

    for one, other in pairs:
        assert one[0] == other[0] == 404
        assert len(one[1]) == len(other[1])
