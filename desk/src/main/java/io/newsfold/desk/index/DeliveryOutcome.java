package io.newsfold.desk.index;

import io.newsfold.contract.Outcome;
import io.newsfold.contract.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * What became of one raw record.
 *
 * @param article its article's id; null while it is pending, and where it was rejected
 * @param rejection why it could not be used; null where it could
 */
public record DeliveryOutcome(
        Outcome fate, @Nullable String article, @Nullable Rejection rejection) {}
