package io.newsfold.cli.print;

import io.newsfold.contract.Outcome;
import io.newsfold.kafka.outcome.OutcomeReport;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;

/** What became of raw records, for the last lines of a command that waited for them. */
public record OutcomeSummary(OutcomeReport outcomes) {
    /** Prints a line for each record that was rejected. */
    public void printRejections(PrintStream err) {
        for (OutcomeReport.Delivery delivery : outcomes.deliveries()) {
            if (delivery.rejection() != null) {
                err.println("newsfold: rejected "
                        + TerminalText.line(delivery.about().origin()) + ": "
                        + delivery.rejection().reason().name().toLowerCase(Locale.ROOT) + ", "
                        + TerminalText.line(delivery.rejection().message()));
            }
        }
    }

    /** The number of records with each outcome. */
    public String totals() {
        int records = outcomes.deliveries().size();
        return records + " raw records" + (records == 0 ? "" : ": ")
                + outcomes.totals().entrySet().stream()
                        .map(t -> t.getValue() + " " + t.getKey().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }

    /** The number of records that were rejected. */
    public long rejected() {
        return outcomes.totals().getOrDefault(Outcome.REJECTED, 0L);
    }
}
