package io.newsfold.ingest.source;

import io.newsfold.text.address.CanonicalUrl;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What relative addresses in a feed are relative to: {@code xml:base} of the element and of those around it, else the
 * feed's own address or site.
 *
 * @param document the address that counts where no element states another; null where it is not known
 */
record FeedBase(@Nullable String document) {
    private static final String XML_BASE = "xml:base";

    /** Whether {@code element} or one around it states a base. */
    boolean isStated(Element element) {
        return element.hasAttr(XML_BASE) || element.parents().stream().anyMatch(parent -> parent.hasAttr(XML_BASE));
    }

    /** The address that {@code link} has at {@code element}; empty where it is not an address of the web. */
    Optional<String> resolve(String link, Element element) {
        String address = link.strip();
        boolean isWords = address.isEmpty() || address.chars().anyMatch(Character::isWhitespace);
        if (CanonicalUrl.of(address).isPresent()) {
            return Optional.of(address);
        }
        String base = at(element);
        return isWords || base.isEmpty()
                ? Optional.empty()
                : Optional.of(absolute(base, address))
                        .filter(a -> CanonicalUrl.of(a).isPresent());
    }

    /** The same HTML with absolute links and pictures. */
    String resolveIn(String html, Element element) {
        Document page = Jsoup.parseBodyFragment(html, at(element));
        page.outputSettings().prettyPrint(false);
        for (String attribute : List.of("href", "src")) {
            page.body().select("[" + attribute + "]").forEach(e -> {
                String absolute = e.absUrl(attribute);
                e.attr(attribute, absolute.isEmpty() ? e.attr(attribute) : absolute);
            });
        }
        return page.body().html();
    }

    private String at(Element element) {
        String base = document == null ? "" : document;
        List<Element> around = element.parents();
        for (int i = around.size() - 1; i >= 0; i--) {
            base = stated(around.get(i), base);
        }
        return stated(element, base);
    }

    private static String stated(Element element, String base) {
        String stated = element.attr(XML_BASE).strip();
        if (stated.isEmpty()) {
            return base;
        }
        return CanonicalUrl.of(stated).isPresent() || base.isEmpty() ? stated : absolute(base, stated);
    }

    private static String absolute(String base, String link) {
        Element anchor = new Element("a").attr("href", link);
        anchor.setBaseUri(base);
        return anchor.absUrl("href");
    }
}
