package io.newsfold.enrich.clean.body;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells elements that are not shown before a script shows them. */
final class HiddenStyles {
    private static final Pattern INK = Pattern.compile("(?:^|;)color:([^;]++)");
    private static final Pattern GROUND = Pattern.compile("(?:^|;)background(?:-color)?:([^;]++)");

    private HiddenStyles() {}

    /** Whether the element's own attributes hide it. */
    static boolean hide(Element e) {
        if (e.attributesSize() == 0) {
            return false;
        }
        String style = e.attr("style");
        return e.hasAttr("hidden")
                || !style.isEmpty() && isHidden(style.replace(" ", "").toLowerCase(Locale.ROOT))
                || e.attr("aria-hidden").equals("true");
    }

    private static boolean isHidden(String style) {
        return style.contains("display:none") || style.contains("visibility:hidden") || isOneColour(style);
    }

    /** Whether letters and ground are of one colour. */
    private static boolean isOneColour(String style) {
        if (!style.contains("background")) {
            return false;
        }
        Matcher ink = INK.matcher(style);
        Matcher ground = GROUND.matcher(style);
        return ink.find() && ground.find() && ink.group(1).equals(ground.group(1));
    }
}
