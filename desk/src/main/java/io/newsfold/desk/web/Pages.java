package io.newsfold.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Pages for people, from the templates below {@code src/main/jte}; all that is put into them is escaped by where it stands. */
final class Pages {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "io.newsfold.desk.pages");
    private final boolean asksToken;

    /** @param asksToken whether forms that change something have to ask for the token */
    Pages(boolean asksToken) {
        this.asksToken = asksToken;
    }

    ResourceResponse page(int status, String template, Map<String, Object> values) {
        java.util.HashMap<String, Object> all = new java.util.HashMap<>(values);
        all.put("asksToken", asksToken);
        StringOutput html = new StringOutput(32 * 1024);
        templates.render(template + ".jte", all, html);
        return new ResourceResponse(
                status, Representation.HTML.type(), html.toString().getBytes(UTF_8), Map.of());
    }

    ResourceResponse problem(int status, String sentence) {
        return page(status, "problem", Map.of("status", status, "sentence", sentence));
    }
}
