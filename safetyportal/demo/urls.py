from django.urls import path

from safetyportal.demo import views

urlpatterns = [path("mails/", views.demo_mail, name="demo_mail")]
