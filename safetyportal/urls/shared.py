from django.urls import path

from safetyportal import public

urlpatterns = [
    path("taal/", public.set_language, name="set_language"),
    path("healthz", public.healthz, name="healthz"),
    path("readyz", public.readyz, name="readyz"),
    path(".well-known/security.txt", public.security_txt, name="security_txt"),
    path("huisstijl-<int:version>.css", public.house_style, name="house_style"),
    path("robots.txt", public.robots, name="robots"),
]
