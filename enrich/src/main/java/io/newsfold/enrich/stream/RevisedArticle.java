package io.newsfold.enrich.stream;

import io.newsfold.contract.CleanArticle;
import io.newsfold.contract.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery did to its article.
 *
 * @param article as it stands now; null where it is withdrawn
 * @param changed whether it stands otherwise than before
 */
record RevisedArticle(Receipt receipt, @Nullable CleanArticle article, boolean changed) {}
