package io.newsfold.cli.option;

import io.newsfold.text.article.FieldMapping;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the fields of exported articles stand. */
public final class FieldsOption {
    @Option(
            names = "--fields",
            paramLabel = "FIELD=PATH,…",
            description =
                    "where the fields of JSON, JSON Lines, CSV and TSV stand, as headline=title,text=content.main; usual"
                            + " names are known (docs/bring-your-articles.md)")
    private @Nullable String fields;

    public FieldsOption() {}

    /** @throws IllegalArgumentException where the option is malformed */
    public FieldMapping mapping() {
        return fields == null ? FieldMapping.NONE : FieldMapping.parse(fields);
    }
}
