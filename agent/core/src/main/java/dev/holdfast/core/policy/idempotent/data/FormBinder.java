package dev.holdfast.core.policy.idempotent.data;

import dev.holdfast.core.pipeline.Access;
import dev.holdfast.core.type.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Binds shapes to loaded classes: makes the form of each type, once. */
final class FormBinder {

  private final Shapes shapes;
  private final LoadedTypes loaded;
  private final Map<TypeRef, Form> forms = new HashMap<>();

  private FormBinder(Shapes shapes, LoadedTypes loaded) {
    this.shapes = shapes;
    this.loaded = loaded;
  }

  /**
   * The form of the root of the shapes.
   *
   * @param loader finds the classes that the shapes name
   * @throws LinkageError if a class is not as its class file told
   */
  static Form bind(Shapes shapes, @Nullable ClassLoader loader, Access access) {
    return new FormBinder(shapes, new LoadedTypes(loader, access)).form(shapes.root());
  }

  private Form form(TypeRef type) {
    Form known = forms.get(type);
    if (known != null) {
      return known;
    }
    LateForm inside = new LateForm();
    forms.put(type, inside);
    Form made = make(type, shapes.of(type));
    inside.become(made);
    forms.put(type, made);
    return made;
  }

  private Form make(TypeRef type, Shape shape) {
    if (shape instanceof Shape.Scalar scalar) {
      return Scalars.form(scalar.type());
    }
    if (shape instanceof Shape.Constant constant) {
      return EnumForm.of(loaded.find(constant.type()));
    }
    if (shape instanceof Shape.Elements array) {
      return array.element().is("byte")
          ? new BytesForm()
          : new ArrayForm(loaded.find(array.element()), form(array.element()));
    }
    if (shape instanceof Shape.Collected collection) {
      TypeRef element = collection.element();
      return new CollectionForm(collection.type(), loaded.find(element), form(element));
    }
    if (shape instanceof Shape.Mapped map) {
      return type.is("java.util.Map$Entry")
          ? new EntryForm(form(map.key()), form(map.value()))
          : new MapForm(map.type(), loaded.find(map.key()), form(map.key()), form(map.value()));
    }
    if (shape instanceof Shape.Maybe optional) {
      return new OptionalForm(form(optional.content()));
    }
    if (shape instanceof Shape.Response response) {
      return new ResponseForm(loaded.response(), form(response.body()));
    }
    if (shape instanceof Shape.OneOf sealed) {
      return oneOf(sealed);
    }
    return shape instanceof Shape.Composite composite ? composite(composite) : NothingForm.INSTANCE;
  }

  private Form oneOf(Shape.OneOf sealed) {
    Map<Class<?>, String> names = new HashMap<>();
    Map<String, Form> leaves = new HashMap<>();
    sealed
        .leaves()
        .forEach(
            (name, leaf) -> {
              names.put(loaded.find(leaf), name);
              leaves.put(name, form(leaf));
            });
    return new SealedForm(names, leaves);
  }

  private Form composite(Shape.Composite composite) {
    List<PartsForm.Part> parts = new ArrayList<>();
    for (Shape.Part part : composite.parts()) {
      parts.add(new PartsForm.Part(part.name(), loaded.getter(part), form(part.type())));
    }
    PartsForm fields = new PartsForm(parts);
    return composite.constructor().isEmpty()
        ? fields
        : new CompositeForm(loaded.find(composite.type()), fields, loaded.maker(composite));
  }

  /** Stands for a form inside itself, until it is made. */
  private static final class LateForm implements Form {

    private Form form = this;

    void become(Form made) {
      form = made;
    }

    @Override
    public Object write(Object value, Budget budget) {
      return form.write(value, budget);
    }

    @Override
    public Object read(Object data) {
      return form.read(data);
    }
  }
}
