package io.newsfold.enrich.clean.field;

import io.newsfold.text.date.DateLocale;
import io.newsfold.text.date.Dates;
import io.newsfold.text.date.WrittenDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The day that the data in a page's scripts name as that of publication or creation, where they agree on one. */
final class ScriptDates {
    private static final Pattern DATED = Pattern.compile(
            "\"(?:date_?)?(?:first_?)?(?:published|publish|publication|created|creation)_?(?:at|date|on|time)?"
                    + "\"\\s*:\\s*\"([^\"]{8,40})\"",
            Pattern.CASE_INSENSITIVE);

    private ScriptDates() {}

    /** Adds the first date with that day; nothing where the scripts have several days: they list other texts. */
    static void add(List<Element> scripts, DateCollector dates) {
        WrittenDate first = null;
        String text = "";
        for (Element script : scripts) {
            Matcher dated = DATED.matcher(script.data());
            while (dated.find()) {
                Optional<WrittenDate> date = Dates.parse(dated.group(1), DateLocale.UNKNOWN);
                WrittenDate before = first;
                if (date.isPresent() && before == null) {
                    first = date.get();
                    text = dated.group(1);
                } else if (date.isPresent()
                        && before != null
                        && !date.get().day().equals(before.day())) {
                    return;
                }
            }
        }
        if (first != null && !first.isAmbiguous()) {
            dates.addPublished(first, text, "script", Confidence.DATE_IN_SCRIPT);
        }
    }
}
