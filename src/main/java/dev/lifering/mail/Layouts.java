package dev.lifering.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The two forms of every mail; Quarkus checks the templates against these at build time. */
@CheckedTemplate(basePath = "mail")
final class Layouts {
    private Layouts() {}

    static native TemplateInstance html(Page page);

    static native TemplateInstance text(Page page);
}
