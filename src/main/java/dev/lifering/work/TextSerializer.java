package dev.lifering.work;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Keeps the data of a task as the text it is. Java serialisation has no place in a table that replicas share. */
final class TextSerializer implements Serializer {

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
        return data == null ? null : data.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] kept) {
        return kept == null || type != String.class ? null : type.cast(new String(kept, StandardCharsets.UTF_8));
    }
}
