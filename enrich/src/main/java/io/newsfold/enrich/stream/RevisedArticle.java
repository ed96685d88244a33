package io.newsfold.enrich.stream;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * An article after a delivery.
 *
 * @param receipt for the delivery
 * @param article in its current version; null where it is withdrawn
 * @param changed whether the delivery changed it
 */
record RevisedArticle(Receipt receipt, @Nullable CleanArticle article, boolean changed) {}
