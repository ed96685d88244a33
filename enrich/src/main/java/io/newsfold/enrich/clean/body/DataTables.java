package io.newsfold.enrich.clean.body;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Tells tables of values from those that lay out a page: values are short, and stand side by side in several rows. Not
 * thread-safe.
 */
final class DataTables {
    /** The elements of a row. */
    static final Set<String> CELLS = Set.of("td", "th");

    private static final Set<String> LAYOUT = Set.of("table", "form", "h1", "h2", "article", "iframe", "script", "div");
    private static final int LEAST_ROWS = 2;
    private static final int MOST_CHARS_OF_CELL = 160;

    private final Map<Element, Boolean> decided = new HashMap<>();

    /** Whether {@code row} is part of a table of values. */
    boolean isOfValues(Element row) {
        Element table = row.parent();
        while (table != null && !table.normalName().equals("table")) {
            table = table.parent();
        }
        return table != null && decided.computeIfAbsent(table, DataTables::hasValues);
    }

    private static boolean hasValues(Element table) {
        int rows = 0;
        int cells = 0;
        int chars = 0;
        boolean heads = false;
        for (Node node : table) {
            String tag = node.nodeName();
            boolean isCell = CELLS.contains(tag);
            if (!node.equals(table) && LAYOUT.contains(tag)) {
                return false;
            }
            if (isCell || tag.equals("tr")) {
                rows += tag.equals("tr") && cells > 1 ? 1 : 0;
                cells = isCell ? cells + 1 : 0;
                chars = 0;
                heads |= tag.equals("th");
            }
            chars += node instanceof TextNode text ? text.text().strip().length() : 0;
            if (chars > MOST_CHARS_OF_CELL) {
                return false;
            }
        }
        rows += cells > 1 ? 1 : 0;
        return rows > LEAST_ROWS || heads && rows == LEAST_ROWS;
    }
}
