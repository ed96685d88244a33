package io.newsfold.enrich.stream;

import io.newsfold.enrich.link.EventLinks;
import io.newsfold.enrich.link.StoryLinks;
import io.newsfold.enrich.link.StorySignature;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Links stories of different languages on one event. There is one task of it: it must see all stories. A story without
 * links is forwarded with null.
 */
final class LinkProcessor implements Processor<String, StorySignature, String, StoryLinks> {
    private ProcessorContext<String, StoryLinks> context;
    private EventLinks links;

    @SuppressWarnings("NullAway.Init")
    LinkProcessor() {}

    @Override
    public void init(ProcessorContext<String, StoryLinks> initial) {
        context = initial;
        links = new EventLinks(new StreamsLinkStore(initial));
    }

    @Override
    public void process(Record<String, StorySignature> entry) {
        links.update(
                entry.key(),
                entry.value(),
                (story, now) -> context.forward(
                        new Record<>(story, now.isEmpty() ? null : new StoryLinks(now), entry.timestamp())));
    }
}
