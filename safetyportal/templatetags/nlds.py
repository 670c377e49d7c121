"""What the crispy pack "nlds" cannot say in a template: a control with its aria, and where links to it go."""

from __future__ import annotations

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

register = template.Library()

CONTROL_CLASSES: list[tuple[type[forms.Widget], str]] = [
    (forms.CheckboxInput, "utrecht-checkbox"),
    (forms.Textarea, "utrecht-textarea"),
    (forms.Select, "utrecht-select"),
    (forms.FileInput, "utrecht-file-input"),
]


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The bare control: aria-required instead of required, no placeholder, free text in either direction."""
    widget = field.field.widget
    # Browsers and screen readers call an empty `required` field wrong before anyone has typed.
    field.form.use_required_attribute = False
    css_class = next((name for kind, name in CONTROL_CLASSES if isinstance(widget, kind)), "utrecht-textbox")
    attrs: dict[str, str | bool] = {
        "class": f"{css_class} {widget.attrs.get('class', '')}".strip(),
        "placeholder": False,
    }
    if field.field.required and not field.use_fieldset:
        attrs["aria-required"] = "true"
    if isinstance(widget, forms.Textarea):
        attrs["dir"] = "auto"
    return field.as_widget(attrs=attrs)


@register.filter
def is_single_checkbox(field: BoundField) -> bool:
    """One tick box, whose label stands behind it."""
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def is_choice_group(field: BoundField) -> bool:
    """Radio buttons or several tick boxes."""
    return isinstance(field.field.widget, (forms.RadioSelect, forms.CheckboxSelectMultiple))


@register.filter
def is_radio_group(field: BoundField) -> bool:
    return isinstance(field.field.widget, forms.RadioSelect)


@register.filter
def first_control_id(field: BoundField) -> str:
    """The id a link to this field must have: the control itself, or the first of its group."""
    if is_choice_group(field):
        return next((str(option.id_for_label) for option in field.subwidgets), field.auto_id)
    return field.id_for_label or f"{field.auto_id}_0"
