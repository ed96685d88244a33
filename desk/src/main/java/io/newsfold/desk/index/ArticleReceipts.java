package io.newsfold.desk.index;

import io.newsfold.contract.Receipt;
import java.util.List;

/** The receipts of all deliveries of one article, as one document of the index holds them. */
record ArticleReceipts(List<Receipt> receipts) {
    ArticleReceipts {
        receipts = List.copyOf(receipts);
    }
}
