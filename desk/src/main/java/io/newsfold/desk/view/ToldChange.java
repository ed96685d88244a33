package io.newsfold.desk.view;

import io.newsfold.contract.StoryChange;
import java.time.Instant;

/**
 * Something that happened to a story, and when the job said so.
 *
 * @param told the broker's time of the record
 */
public record ToldChange(Instant told, StoryChange change) {}
