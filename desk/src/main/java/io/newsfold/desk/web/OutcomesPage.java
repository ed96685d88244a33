package io.newsfold.desk.web;

import io.newsfold.contract.Rejection;
import io.newsfold.contract.SourceState;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * How the whole stands.
 *
 * @param fates inputs by fate, in lower case; what is rejected at ingestion counts as rejected
 * @param stories how many there are
 * @param articles how many there are
 * @param lag records that wait before the job, by topic; what transactions take of offsets counts too
 * @param lastMinute articles that came out in the last whole minute
 * @param lastHour articles that came out in the last 60 whole minutes
 * @param streams clients that listen for changes
 * @param reasons rejections by stage and reason
 * @param rejected the newest rejections
 * @param publishers articles by publisher
 */
public record OutcomesPage(
        Map<String, Long> fates,
        long stories,
        long articles,
        SortedMap<String, Long> lag,
        long lastMinute,
        long lastHour,
        int streams,
        SortedMap<String, Long> reasons,
        List<Rejection> rejected,
        List<SourceState> sources,
        Map<String, Long> publishers) {}
