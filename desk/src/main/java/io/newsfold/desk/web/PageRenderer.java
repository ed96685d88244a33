package io.newsfold.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/**
 * Renders pages from the templates below {@code src/main/jte}, which escape every value by its context. Thread-safe.
 */
final class PageRenderer {
    private static final int USUAL_CHARS = 32 * 1024;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PageRenderer.class.getClassLoader(), "io.newsfold.desk.pages");

    ResourceResponse page(HtmlPage page) {
        return page(200, page);
    }

    ResourceResponse problem(int status, String sentence) {
        return page(status, new ProblemPage(status, sentence));
    }

    private ResourceResponse page(int status, HtmlPage page) {
        StringOutput html = new StringOutput(USUAL_CHARS);
        templates.render(page.template() + ".jte", page, html);
        return new ResourceResponse(
                status, Representation.HTML.type(), html.toString().getBytes(UTF_8), Map.of());
    }
}
