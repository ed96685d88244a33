package io.newsfold.desk.index;

import io.newsfold.contract.Outcome;
import io.newsfold.contract.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one raw record.
 *
 * @param outcome pending until the job has processed the record
 * @param article id of its article; null while the record is pending, and where it was rejected
 * @param rejection null where the record was not rejected
 */
public record DeliveryOutcome(
        Outcome outcome, @Nullable String article, @Nullable Rejection rejection) {}
