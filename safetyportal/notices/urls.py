from django.urls import path

from safetyportal.notices.views import mail_test

urlpatterns = [path("beheer/inrichten/proefmail/", mail_test.setup_test_mail, name="setup_test_mail")]
