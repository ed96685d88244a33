package io.newsfold.text.date;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the zone behind a time: "+02:00", "GMT+7", "EST", "Europe/Prague". Confined to one call. */
final class OffsetReader {
    private static final int MOST_OFFSET_HOURS = 18;
    private static final int SIXTY = 60;
    private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);

    private final List<DateToken> tokens;
    private final String text;
    private final DateLocale locale;
    private int at;

    OffsetReader(List<DateToken> tokens, String text, DateLocale locale, int at) {
        this.tokens = tokens;
        this.text = text;
        this.locale = locale;
        this.at = at;
    }

    /** Index after the last token that was read. */
    int end() {
        return at;
    }

    /**
     * The offset from there on; null where there is none, and where one was read that has several meanings or is
     * impossible.
     */
    @Nullable
    ZoneOffset read(LocalDate day, LocalTime time) {
        int before = at;
        DateToken bracket = token(at);
        boolean bracketed = bracket.isSign("(");
        at += bracketed ? 1 : 0;
        ZoneOffset offset = readZone(day, time);
        if (offset == null && at == before + (bracketed ? 1 : 0)) {
            at = before;
            return isKorean() ? KOREA : null;
        }
        DateToken close = token(at);
        at += bracketed && close.isSign(")") ? 1 : 0;
        return offset;
    }

    /** Korean is written in one zone. */
    private boolean isKorean() {
        return locale.language().equals("ko")
                || tokens.stream().anyMatch(t -> t.key().equals("오후") || t.key().equals("오전"));
    }

    private @Nullable ZoneOffset readZone(LocalDate day, LocalTime time) {
        DateToken word = token(at);
        if (word.isNone()) {
            return null;
        }
        if (word.isSign("+") || word.isSign("-")) {
            return readDifference();
        }
        DateToken slash = token(at + 1);
        if (word.isWord() && slash.isSign("/") && !slash.spaced()) {
            return readRegion(word, day, time);
        }
        if (!word.isWord() || !ZoneNames.isZone(word.key())) {
            return null;
        }
        at++;
        if (ZoneNames.isPrefix(word.key())) {
            int before = at;
            ZoneOffset difference = readDifference();
            if (at > before) {
                return difference;
            }
        }
        return ZoneNames.offset(word.key(), locale, day.atTime(time)).orElse(null);
    }

    private @Nullable ZoneOffset readRegion(DateToken word, LocalDate day, LocalTime time) {
        int end = at;
        while (end + 1 < tokens.size() && !tokens.get(end + 1).spaced()) {
            end++;
        }
        String name = text.substring(word.start(), tokens.get(end).end());
        ZoneOffset offset = ZoneNames.ofRegion(name, day.atTime(time)).orElse(null);
        at = offset == null ? at : end + 1;
        return offset;
    }

    /** A sign with hours, and perhaps minutes, beside it. */
    private @Nullable ZoneOffset readDifference() {
        DateToken sign = token(at);
        DateToken number = token(at + 1);
        boolean signed = (sign.isSign("+") || sign.isSign("-"));
        if (!signed || !number.isNumber() || number.spaced() || number.digits() > 4) {
            return null;
        }
        DateToken colon = token(at + 2);
        DateToken minutes = token(at + 3);
        boolean parted = number.digits() <= 2 && colon.isSign(":") && minutes.digits() == 2;
        int value = (int) number.value();
        int hours = number.digits() > 2 ? value / 100 : value;
        int rest = number.digits() > 2 ? value % 100 : 0;
        int more = parted ? (int) minutes.value() : rest;
        at += parted ? 4 : 2;
        if (hours >= MOST_OFFSET_HOURS || more >= SIXTY) {
            return null; // no zone has it, so the time is of an unknown one
        }
        int total = hours * SIXTY + more;
        return ZoneOffset.ofTotalSeconds((sign.isSign("-") ? -total : total) * SIXTY);
    }

    private DateToken token(int index) {
        return index < tokens.size() ? tokens.get(index) : DateToken.NONE;
    }
}
