import os

from django.core.wsgi import get_wsgi_application

from safetyportal.untraced import forbid_tracing
from safetyportal.whole_body import whole_bodies

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "safetyportal.settings")
forbid_tracing()
application = whole_bodies(get_wsgi_application())
