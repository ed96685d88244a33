package io.newsfold.enrich.clean.field;

import io.newsfold.contract.LanguageCode;
import io.newsfold.text.date.DateLocale;
import io.newsfold.text.language.LanguageDetector;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The language and the countries of a page, by which its dates are read. */
final class PageLocale {
    private static final int PROSE_WORDS = 20;
    private static final int PROSE_LINES = 3;

    private PageLocale() {}

    /** @param url of the page; null where it is not known */
    static DateLocale of(
            Document document, PageElements elements, List<? extends TextLine> lines, @Nullable String url) {
        Element root = document.firstElementChild();
        String lang = root == null ? "" : root.attr("lang") + root.attr("xml:lang");
        String openGraph = elements.metas.stream()
                .filter(meta -> meta.attr("property").equals("og:locale"))
                .map(meta -> meta.attr("content"))
                .findFirst()
                .orElse("");
        DateLocale declared = DateLocale.of(List.of(lang, openGraph), host(url, elements));
        if (!declared.language().isEmpty()) {
            return declared;
        }
        String prose = lines.stream()
                .filter(line -> line.words() >= PROSE_WORDS)
                .limit(PROSE_LINES)
                .map(TextLine::text)
                .collect(Collectors.joining(" "));
        String guess = prose.isEmpty() ? "" : LanguageDetector.of(prose).code();
        return guess.equals(LanguageCode.UNKNOWN) ? declared : declared.in(guess);
    }

    private static String host(@Nullable String url, PageElements elements) {
        String canonical =
                elements.canonicals.isEmpty() ? "" : elements.canonicals.get(0).attr("href");
        for (String address : List.of(url == null ? "" : url, canonical)) {
            String host = hostOf(address);
            if (host.indexOf('.') > 0) {
                return host;
            }
        }
        return "";
    }

    /** What stands between the scheme and the path; empty where there is none. */
    private static String hostOf(String address) {
        int scheme = address.indexOf("://");
        if (scheme < 0) {
            return "";
        }
        int end = scheme + 3;
        while (end < address.length() && "/?#:".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        return address.substring(scheme + 3, end);
    }
}
