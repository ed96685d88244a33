package io.newsfold.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Rows as CSV by RFC 4180. What a spreadsheet would take for a formula is given a {@code '} in front. */
final class Csv {
    private static final String FORMULA = "=+-@\t\r";

    private final StringBuilder text = new StringBuilder();

    Csv row(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        text.append("\r\n");
        return this;
    }

    byte[] bytes() {
        return text.toString().getBytes(UTF_8);
    }

    private static String cell(String value) {
        String safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == '\u2028');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
