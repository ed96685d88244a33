package io.newsfold.desk.web;

import io.newsfold.contract.Rejection;
import io.newsfold.contract.SourceState;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The outcomes of all inputs, and the state of the whole pipeline.
 *
 * @param outcomes number of inputs by outcome, in lower case; inputs rejected at ingestion count as rejected
 * @param stories number of stories
 * @param articles number of articles
 * @param lag number of records that the job has not read, by topic; the offsets of transaction markers count too
 * @param lastMinute number of articles enriched in the last whole minute
 * @param lastHour number of articles enriched in the last 60 whole minutes
 * @param streams number of clients that listen for changes
 * @param reasons number of rejections by stage and reason
 * @param rejected the newest rejections
 * @param sources all sources, by id
 * @param publishers number of articles by publisher, the largest first
 */
public record OutcomesPage(
        Map<String, Long> outcomes,
        long stories,
        long articles,
        SortedMap<String, Long> lag,
        long lastMinute,
        long lastHour,
        int streams,
        SortedMap<String, Long> reasons,
        List<Rejection> rejected,
        List<SourceState> sources,
        Map<String, Long> publishers)
        implements HtmlPage {
    @Override
    public String template() {
        return "outcomes";
    }
}
