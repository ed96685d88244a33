package io.newsfold.enrich.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * One of five made-up reports of an event. A line of {@code events/CODE.tsv} is a name to be put in, or a report: its
 * kind, headline and body.
 */
record EventReport(String event, String address, String headline, String body, Instant published) {
    private static final Instant FIRST_DAY = Instant.parse("2026-03-01T00:00:00Z");
    private static final int EVENTS_OF_A_KIND = 5;

    /** Events of one kind are told in the same words, so they are not of one week. */
    private static final Duration BETWEEN_EVENTS = Duration.ofDays(8);

    /** The reports of twenty events, five of each kind. */
    static List<EventReport> inLanguage(String language) throws IOException {
        Map<String, List<String>> names = new HashMap<>();
        Map<String, List<String[]>> templates = new LinkedHashMap<>();
        for (String line : lines(language)) {
            String[] columns = line.split("\t");
            if (columns[0].equals("report")) {
                templates.computeIfAbsent(columns[1], kind -> new ArrayList<>()).add(columns);
            } else {
                names.computeIfAbsent(columns[0], kind -> new ArrayList<>()).add(columns[1]);
            }
        }
        SplittableRandom numbers = new SplittableRandom(language.hashCode());
        List<EventReport> reports = new ArrayList<>();
        int event = 0;
        for (Map.Entry<String, List<String[]>> kind : templates.entrySet()) {
            for (int i = 0; i < EVENTS_OF_A_KIND; i++) {
                Map<String, String> slots = slots(names, event++, numbers);
                for (int paper = 0; paper < kind.getValue().size(); paper++) {
                    String[] template = kind.getValue().get(paper);
                    reports.add(new EventReport(
                            kind.getKey() + i,
                            "https://paper" + paper + ".example/" + kind.getKey() + "/" + i,
                            filled(template[2], slots),
                            filled(template[3], slots),
                            FIRST_DAY.plus(BETWEEN_EVENTS.multipliedBy(i)).plus(Duration.ofHours(1 + 2L * paper))));
                }
            }
        }
        return reports;
    }

    private static String[] lines(String language) throws IOException {
        String resource = "events/" + language + ".tsv";
        try (var stream = Objects.requireNonNull(EventReport.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), UTF_8).split("\n");
        }
    }

    private static Map<String, String> slots(Map<String, List<String>> names, int event, SplittableRandom numbers) {
        Map<String, String> slots = new HashMap<>();
        names.forEach((kind, list) -> slots.put(kind, list.get(event)));
        slots.put("number1", String.valueOf(numbers.nextInt(12, 980)));
        slots.put("number2", String.valueOf(numbers.nextInt(12, 980)));
        return slots;
    }

    private static String filled(String template, Map<String, String> slots) {
        String filled = template;
        for (Map.Entry<String, String> slot : slots.entrySet()) {
            filled = filled.replace("{" + slot.getKey() + "}", slot.getValue());
        }
        return filled;
    }
}
