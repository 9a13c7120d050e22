package org.onrecord.app.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Makes HTML of what a page shows, by the templates of {@code src/main/jte}, which escape by context. */
final class Templates {
    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.onrecord.app.pages.templates");

    private Templates() {}

    static String render(String template, Shell shell, Object page) {
        StringOutput output = new StringOutput();
        ENGINE.render(template + ".jte", Map.of("shell", shell, "page", page), output);
        return output.toString();
    }
}
