package io.newsfold.enrich.clean.nonarticle;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * What the mark-up of a page says of its kind, beside its text.
 *
 * @param title as the browser shows it; empty where there is none
 * @param declaresArticle whether its metadata call it an article
 * @param noIndex whether it asks search engines to leave it out
 * @param password whether it has a field for a password
 * @param challenge whether it has the parts of a browser check
 * @param withoutScripts what it shows where scripts are off, cut to 300 characters
 */
public record PageSigns(
        String title,
        boolean declaresArticle,
        boolean noIndex,
        boolean password,
        boolean challenge,
        String withoutScripts) {
    /** Of a text without mark-up. */
    public static final PageSigns NONE = new PageSigns("", false, false, false, false, "");

    private static final int NOSCRIPT_CHARS = 300;
    private static final Pattern ARTICLE_TYPE =
            Pattern.compile("\"@type\"\\s*:\\s*(?:\\[[^\\]]{0,200})?\"(?:\\w{0,20}Article|\\w{0,12}BlogPosting)\"");
    private static final List<String> CHALLENGES = List.of(
            "captcha",
            "turnstile",
            "cf-challenge",
            "challenge-form",
            "challenge-platform",
            "challenge-running",
            "px-block",
            "datadome",
            "_incapsula_",
            "ddos-guard",
            "browser-verification");

    public static PageSigns of(Document document) {
        Walk walk = new Walk();
        document.traverse((node, depth) -> walk.see(node));
        return new PageSigns(
                document.title(), walk.article, walk.noIndex, walk.password, walk.challenge, walk.noscript.toString());
    }

    /** What one walk over the tree has seen. */
    private static final class Walk {
        private boolean article;
        private boolean noIndex;
        private boolean password;
        private boolean challenge;
        private final StringBuilder noscript = new StringBuilder();

        void see(Node node) {
            if (!(node instanceof Element element)) {
                return;
            }
            switch (element.normalName()) {
                case "meta" -> seeMeta(element);
                case "input" -> password |= element.attr("type").equalsIgnoreCase("password");
                case "script" -> seeScript(element);
                case "noscript" -> {
                    if (noscript.length() < NOSCRIPT_CHARS) {
                        noscript.append(' ')
                                .append(
                                        element.text(),
                                        0,
                                        Math.min(NOSCRIPT_CHARS, element.text().length()));
                    }
                }
                case "form", "div", "iframe" -> challenge |= isChallenge(element.id() + ' ' + element.className());
                default -> {}
            }
        }

        private void seeMeta(Element meta) {
            String name = (meta.attr("name") + meta.attr("property")).toLowerCase(Locale.ROOT);
            String content = meta.attr("content").toLowerCase(Locale.ROOT);
            noIndex |= name.equals("robots") && content.contains("noindex");
            article |= name.equals("og:type") && content.contains("article")
                    || name.equals("article:published_time") && !content.isBlank();
        }

        private void seeScript(Element script) {
            challenge |= isChallenge(script.attr("src"));
            if (!article && script.attr("type").equalsIgnoreCase("application/ld+json")) {
                article = script.childNodeSize() > 0
                        && script.childNode(0) instanceof DataNode data
                        && ARTICLE_TYPE.matcher(data.getWholeData()).find();
            }
        }

        private static boolean isChallenge(String names) {
            String lower = names.toLowerCase(Locale.ROOT);
            return names.length() > 1 && CHALLENGES.stream().anyMatch(lower::contains);
        }
    }
}
