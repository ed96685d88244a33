package io.newsfold.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Renders pages from the templates below {@code src/main/jte}, which escape every value by its context. Thread-safe.
 */
final class PageRenderer {
    private static final int USUAL_CHARS = 32 * 1024;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PageRenderer.class.getClassLoader(), "io.newsfold.desk.pages");

    private final Supplier<DeskStatus> status;

    /** @param status what every page tells of the pipeline */
    PageRenderer(Supplier<DeskStatus> status) {
        this.status = status;
    }

    ResourceResponse page(HtmlPage page) {
        return page(200, page);
    }

    ResourceResponse problem(int code, String sentence) {
        return page(code, new ProblemPage(code, sentence));
    }

    /** @param code of HTTP */
    ResourceResponse page(int code, HtmlPage page) {
        StringOutput html = new StringOutput(USUAL_CHARS);
        templates.render(page.template() + ".jte", Map.of("page", page, "status", status.get()), html);
        return new ResourceResponse(
                code, Representation.HTML.type(), html.toString().getBytes(UTF_8), Map.of());
    }
}
