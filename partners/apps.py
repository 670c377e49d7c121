from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "partners"

    def ready(self) -> None:
        from partners import ending
        from partners.backtesting import backtests
        from partners.configuration import MATRIX
        from partners.mailing import delivering
        from partners.registers.covenants import COVENANTS
        from partners.registers.partner_settings import PARTNERS
        from partners.routing import routing
        from partners.rules.rule_owners import RULES
        from partners.scaling.scale_criteria import SCALING
        from safetyportal.configuration import sections
        from safetyportal.notices.wanted import only_while
        from safetyportal.people import leaving
        from safetyportal.queues import deliver_to
        from safetyportal.wake import Work, register

        sections.register(PARTNERS)
        sections.register(COVENANTS)
        sections.register(MATRIX)
        sections.register(SCALING)
        leaving.register(RULES)
        only_while(templates=("partner_new", "partner_answer"), check=delivering.still_to_tell)
        only_while(templates=("partner_reminder",), check=delivering.still_to_remind)
        register(
            Work(
                name="route",
                rows=routing.waiting,
                task="partners.tasks.route_report",
                verb="partners.routing.routing.route_report",
                queue=lambda order: "routing",
                pure=True,
                many="partners.routing.routing_many.route_these",
                pile_task="partners.tasks.route_reports",
            )
        )
        register(
            Work(
                name="deliver",
                rows=lambda: delivering.waiting().select_related("partner"),
                task="partners.tasks.deliver",
                verb="partners.mailing.delivering.deliver",
                queue=lambda referral: deliver_to(referral.partner.category),
                pure=True,
                many="partners.mailing.delivering.deliver_inside",
            )
        )
        register(
            Work(
                name="end",
                rows=ending.waiting,
                task="partners.tasks.end",
                verb="partners.ending.end",
                queue=lambda row: "chores",
                pure=True,
            )
        )
        register(
            Work(
                name="backtest",
                rows=backtests.waiting,
                task="partners.tasks.backtest",
                verb="partners.backtesting.backtests.go_on",
                queue=lambda row: "backtests",
                # Only by workers, when they have nothing else to do: it can wait, and the relay cannot.
                pure=False,
            )
        )
