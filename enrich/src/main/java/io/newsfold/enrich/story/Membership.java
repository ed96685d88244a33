package io.newsfold.enrich.story;

import io.newsfold.contract.EnrichedArticle;

/**
 * The part of an article in its story.
 *
 * @param story id of the story
 * @param member the article, reduced to what the story needs
 */
public record Membership(String story, StoryMember member) {
    public static Membership of(EnrichedArticle article) {
        return new Membership(article.place().story().id(), StoryAggregate.member(article));
    }
}
