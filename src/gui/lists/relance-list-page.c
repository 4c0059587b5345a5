/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "lists/relance-list-page.h"

#include "lists/relance-table-menus.h"
#include "relance-application.h"
#include "relance-wording.h"
#include "search/relance-also-found.h"

#include <glib/gi18n.h>

typedef struct
{
  /* Template */
  AdwNavigationView *view;
  AdwNavigationPage *root;
  GtkMenuButton *list_button;
  GtkMenuButton *add_menu_button;
  GtkButton *add_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search;
  AdwWrapBox *filter_box;
  AdwWrapBox *chips;
  RelanceAlsoFound *also_found;
  GtkStack *stack;
  AdwBin *table_bin;
  AdwBin *empty_bin;
  AdwStatusPage *nothing;
  AdwStatusPage *trouble;
  GtkActionBar *selection_bar;
  GtkLabel *selection_label;
  GtkLabel *totals;

  /* Of the kind's template */
  RelanceTable *table; /* table_bin owns it */

  /* Owned */
  RelanceDesk *desk;
  RelancePagedList *list;
  GPtrArray *currencies; /* of the book, as far as they were seen */

  gboolean showing; /* the controls follow the query, not the reverse */
  gboolean opening; /* the first row, as soon as it is there */
} RelanceListPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RelanceListPage, relance_list_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_TABLE = 1,
  PROP_FILTER,
  PROP_EMPTY,
  PROP_SELECTION_ACTIONS,
  PROP_LIST_MENU,
  PROP_ADD_MENU,
  PROP_ADD_ACTION,
  PROP_ADD_TOOLTIP,
  PROP_SEARCH_LABEL,
  PROP_SEARCH_PLACEHOLDER,
  PROP_NOTHING_TITLE,
  PROP_NOTHING_DESCRIPTION,
  PROP_TROUBLE_TITLE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static RelanceListPagePrivate *
get_private (RelanceListPage *self)
{
  return relance_list_page_get_instance_private (self);
}

static RelanceListPageClass *
get_class (RelanceListPage *self)
{
  return RELANCE_LIST_PAGE_GET_CLASS (self);
}

static void
open_first (RelanceListPage *self)
{
  RelanceListPagePrivate *priv = get_private (self);
  g_autoptr (RelancePlace) place = g_list_model_get_item (G_LIST_MODEL (priv->list), 0);

  priv->opening = FALSE;
  if (place != NULL && relance_place_get_record (place) != NULL)
    get_class (self)->open_row (self, relance_place_get_record (place));
  else
    relance_also_found_open (priv->also_found);
}

static void
show_totals (RelanceListPage *self)
{
  RelanceListPagePrivate *priv = get_private (self);
  g_autofree char *text =
    get_class (self)->dup_totals (self, relance_paged_list_get_totals (priv->list));

  gtk_label_set_label (priv->totals, text);
  gtk_widget_set_visible (GTK_WIDGET (priv->totals), *text != '\0');
}

static void
answered_cb (RelanceListPage *self)
{
  RelanceListPagePrivate *priv = get_private (self);
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (priv->list)) > 0;

  gtk_stack_set_visible_child_name (priv->stack, any                                  ? "list"
                                                 : get_class (self)->is_narrow (self) ? "nothing"
                                                                                      : "empty");
}

static void
counted_cb (RelanceListPage *self)
{
  RelanceListPagePrivate *priv = get_private (self);

  show_totals (self);
  answered_cb (self);
  if (priv->opening)
    open_first (self);
}

static void
failed_cb (RelanceListPage *self, const GError *error)
{
  RelanceListPagePrivate *priv = get_private (self);
  g_autofree char *sentence = relance_wording_error (error);
  g_autofree char *text = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (priv->trouble, text);
  gtk_stack_set_visible_child_name (priv->stack, "trouble");
}

static void
try_again_cb (RelanceListPage *self)
{
  relance_list_page_ask (self);
}

static void
show_all_clicked_cb (RelanceListPage *self)
{
  get_class (self)->show_all (self);
}

static void
search_changed_cb (RelanceListPage *self)
{
  RelanceListPagePrivate *priv = get_private (self);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (priv->search));
  const char *before;

  if (priv->showing || priv->list == NULL)
    return;
  before = get_class (self)->get_words (self);
  if (g_strcmp0 (text, before != NULL ? before : "") == 0)
    return;
  get_class (self)->set_words (self, *text != '\0' ? text : NULL);
  relance_list_page_ask (self);
}

/* Enter, perhaps before it is known what the words find. */
static void
search_activated_cb (RelanceListPage *self)
{
  RelanceListPagePrivate *priv = get_private (self);

  search_changed_cb (self);
  if (get_class (self)->get_words (self) == NULL)
    return;
  priv->opening = TRUE;
  if (relance_paged_list_get_ids (priv->list) != NULL)
    open_first (self);
}

static gboolean
leave_search_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  relance_table_focus (get_private (user_data)->table);
  return GDK_EVENT_STOP;
}

static void
sorted_cb (RelanceListPage *self)
{
  gboolean descending;
  const char *column = relance_table_get_sort (get_private (self)->table, &descending);

  if (column == NULL)
    return;
  get_class (self)->set_sort (self, column, descending);
  relance_list_page_ask (self);
}

static void
activated_cb (RelanceListPage *self, gpointer record)
{
  get_class (self)->open_row (self, record);
}

static void
chosen_cb (RelanceListPage *self)
{
  RelanceListPagePrivate *priv = get_private (self);
  g_autoptr (GtkBitset) selected = relance_table_dup_selection (priv->table);
  int count = (int) gtk_bitset_get_size (selected);
  g_autofree char *text =
    /* Translators: %d is how many rows of a list are selected. */
    g_strdup_printf (ngettext ("%d selected", "%d selected", count), count);

  gtk_label_set_label (priv->selection_label, text);
  gtk_action_bar_set_revealed (priv->selection_bar, count > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "selection.open", count == 1);
  get_class (self)->chosen (self, (guint) count);
}

static void
unselect_clicked_cb (RelanceListPage *self)
{
  relance_table_unselect (get_private (self)->table);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceListPage *self = RELANCE_LIST_PAGE (widget);
  RelanceListPagePrivate *priv = get_private (self);
  g_autoptr (GtkBitset) selected = relance_table_dup_selection (priv->table);
  g_autoptr (RelancePlace)
    place = g_list_model_get_item (G_LIST_MODEL (priv->list), gtk_bitset_get_minimum (selected));

  if (place != NULL && relance_place_get_record (place) != NULL)
    get_class (self)->open_row (self, relance_place_get_record (place));
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  relance_table_choose (get_private (RELANCE_LIST_PAGE (widget))->table);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RelanceListPagePrivate *priv = get_private (RELANCE_LIST_PAGE (widget));

  adw_navigation_view_pop_to_page (priv->view, priv->root);
  gtk_search_bar_set_search_mode (priv->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (priv->search));
}

static void
set_table (RelanceListPage *self, RelanceTable *table)
{
  RelanceListPagePrivate *priv = get_private (self);

  priv->table = table;
  adw_bin_set_child (priv->table_bin, GTK_WIDGET (table));
  g_signal_connect_object (table, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "sorted", G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
relance_list_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RelanceListPage *self = RELANCE_LIST_PAGE (object);
  RelanceListPagePrivate *priv = get_private (self);

  switch (id)
    {
    case PROP_TABLE:
      set_table (self, g_value_get_object (value));
      break;
    case PROP_FILTER:
      adw_wrap_box_append (priv->filter_box, g_value_get_object (value));
      break;
    case PROP_EMPTY:
      adw_bin_set_child (priv->empty_bin, g_value_get_object (value));
      break;
    case PROP_SELECTION_ACTIONS:
      gtk_action_bar_pack_end (priv->selection_bar, g_value_get_object (value));
      break;
    case PROP_LIST_MENU:
      gtk_menu_button_set_menu_model (priv->list_button, g_value_get_object (value));
      break;
    case PROP_ADD_MENU:
      gtk_menu_button_set_menu_model (priv->add_menu_button, g_value_get_object (value));
      break;
    case PROP_ADD_ACTION:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (priv->add_button),
                                      g_value_get_string (value));
      break;
    case PROP_ADD_TOOLTIP:
      gtk_widget_set_tooltip_text (GTK_WIDGET (priv->add_button), g_value_get_string (value));
      break;
    case PROP_SEARCH_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (priv->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;
    case PROP_SEARCH_PLACEHOLDER:
      gtk_search_entry_set_placeholder_text (priv->search, g_value_get_string (value));
      break;
    case PROP_NOTHING_TITLE:
      adw_status_page_set_title (priv->nothing, g_value_get_string (value));
      break;
    case PROP_NOTHING_DESCRIPTION:
      adw_status_page_set_description (priv->nothing, g_value_get_string (value));
      break;
    case PROP_TROUBLE_TITLE:
      adw_status_page_set_title (priv->trouble, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
relance_list_page_dispose (GObject *object)
{
  RelanceListPage *self = RELANCE_LIST_PAGE (object);
  RelanceListPagePrivate *priv = get_private (self);

  /* The page must let go of its child before the template does, or it would do so again. */
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  g_clear_object (&priv->list);
  g_clear_object (&priv->desk);
  g_clear_pointer (&priv->currencies, g_ptr_array_unref);
  G_OBJECT_CLASS (relance_list_page_parent_class)->dispose (object);

  /* The parent lets go of its child first: a bound child is not taken from under it. */
  gtk_widget_dispose_template (GTK_WIDGET (self), RELANCE_TYPE_LIST_PAGE);
}

static void
install_properties (GObjectClass *object_class)
{
  static const struct
  {
    guint id;
    const char *name;
  } texts[] = {
    { PROP_ADD_ACTION, "add-action" },       { PROP_ADD_TOOLTIP, "add-tooltip" },
    { PROP_SEARCH_LABEL, "search-label" },   { PROP_SEARCH_PLACEHOLDER, "search-placeholder" },
    { PROP_NOTHING_TITLE, "nothing-title" }, { PROP_NOTHING_DESCRIPTION, "nothing-description" },
    { PROP_TROUBLE_TITLE, "trouble-title" },
  };
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  props[PROP_TABLE] = g_param_spec_object ("table", NULL, NULL, RELANCE_TYPE_TABLE, flags);
  props[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_EMPTY] = g_param_spec_object ("empty", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_SELECTION_ACTIONS] =
    g_param_spec_object ("selection-actions", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_LIST_MENU] = g_param_spec_object ("list-menu", NULL, NULL, G_TYPE_MENU_MODEL, flags);
  props[PROP_ADD_MENU] = g_param_spec_object ("add-menu", NULL, NULL, G_TYPE_MENU_MODEL, flags);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    props[texts[i].id] = g_param_spec_string (texts[i].name, NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Relance/relance-list-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, RelanceListPage, view);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceListPage, root);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceListPage, list_button);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceListPage, add_menu_button);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceListPage, add_button);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceListPage, search_bar);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceListPage, search);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceListPage, filter_box);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceListPage, chips);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceListPage, also_found);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceListPage, stack);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceListPage, table_bin);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceListPage, empty_bin);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceListPage, nothing);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceListPage, trouble);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceListPage, selection_bar);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceListPage, selection_label);
  gtk_widget_class_bind_template_child_private (widget_class, RelanceListPage, totals);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, unselect_clicked_cb);
}

static void
relance_list_page_class_init (RelanceListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = relance_list_page_set_property;
  object_class->dispose = relance_list_page_dispose;
  install_properties (object_class);

  g_type_ensure (RELANCE_TYPE_ALSO_FOUND);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "page.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "selection.open", NULL, open_action);
}

static void
relance_list_page_init (RelanceListPage *self)
{
  RelanceListPagePrivate *priv = get_private (self);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  priv->currencies = g_ptr_array_new_with_free_func (g_free);
  gtk_search_bar_connect_entry (priv->search_bar, GTK_EDITABLE (priv->search));
  gtk_search_bar_set_key_capture_widget (priv->search_bar, GTK_WIDGET (priv->root));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                      gtk_callback_action_new (leave_search_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (priv->search), keys);
}

static void
add_menus (RelanceListPage *self)
{
  RelanceListPagePrivate *priv = get_private (self);
  GApplication *application = g_application_get_default ();
  GSettings *settings = RELANCE_IS_APPLICATION (application)
                          ? relance_application_get_settings (RELANCE_APPLICATION (application))
                          : NULL;

  relance_table_menus_add (priv->table, GTK_WIDGET (self),
                           G_MENU (gtk_menu_button_get_menu_model (priv->list_button)), settings,
                           get_class (self)->columns_key);
}

/* Shows everything of a book. */
void
relance_list_page_set_desk (RelanceListPage *self, RelanceDesk *desk)
{
  RelanceListPagePrivate *priv = get_private (self);

  g_return_if_fail (RELANCE_IS_LIST_PAGE (self));
  g_return_if_fail (RELANCE_IS_DESK (desk));

  priv->desk = g_object_ref (desk);
  priv->list = relance_paged_list_new (desk, get_class (self)->found->reader);
  g_signal_connect_object (priv->list, "answered", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->list, "counted", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->list, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  relance_also_found_set_kind (priv->also_found, desk, get_class (self)->other);
  relance_table_set_list (priv->table, priv->list);
  add_menus (self);
  chosen_cb (self);
  get_class (self)->show_all (self);
}

RelanceDesk *
relance_list_page_get_desk (RelanceListPage *self)
{
  g_return_val_if_fail (RELANCE_IS_LIST_PAGE (self), NULL);

  return get_private (self)->desk;
}

/**
 * relance_list_page_get_chips:
 *
 * Returns: (transfer none): where the filters stand that no other control shows
 */
AdwWrapBox *
relance_list_page_get_chips (RelanceListPage *self)
{
  g_return_val_if_fail (RELANCE_IS_LIST_PAGE (self), NULL);

  return get_private (self)->chips;
}

/**
 * relance_list_page_dup_selected:
 *
 * Returns: (transfer full) (element-type gint64): the rows that are selected
 */
GArray *
relance_list_page_dup_selected (RelanceListPage *self)
{
  g_return_val_if_fail (RELANCE_IS_LIST_PAGE (self), NULL);

  return relance_table_dup_selected (get_private (self)->table);
}

/* Remembers that the book has amounts in a currency. */
void
relance_list_page_note_currency (RelanceListPage *self, const char *currency)
{
  GPtrArray *currencies = get_private (self)->currencies;

  if (!g_ptr_array_find_with_equal_func (currencies, currency, g_str_equal, NULL))
    g_ptr_array_add (currencies, g_strdup (currency));
}

/**
 * relance_list_page_dup_currencies:
 *
 * Returns: (transfer full): of the book, as far as they were seen
 */
GStrv
relance_list_page_dup_currencies (RelanceListPage *self)
{
  GPtrArray *currencies = get_private (self)->currencies;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < currencies->len; i++)
    g_strv_builder_add (builder, currencies->pdata[i]);
  return g_strv_builder_end (builder);
}

/* Asks for the rows of the query as it is now. */
void
relance_list_page_ask (RelanceListPage *self)
{
  RelanceListPagePrivate *priv = get_private (self);

  g_return_if_fail (RELANCE_IS_LIST_PAGE (self));

  priv->opening = FALSE;
  relance_paged_list_set_query (priv->list, get_class (self)->get_query (self));
  relance_table_scroll_to_top (priv->table);
  relance_also_found_ask (priv->also_found, get_class (self)->get_words (self));
}

/**
 * relance_list_page_show_query:
 * @column: by which the query sorts
 *
 * Asks for the rows of another query, and lets search and headers say what it is.
 */
void
relance_list_page_show_query (RelanceListPage *self, const char *column, gboolean descending)
{
  RelanceListPagePrivate *priv = get_private (self);
  const char *words = get_class (self)->get_words (self);

  priv->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (priv->search), words != NULL ? words : "");
  if (words != NULL)
    gtk_search_bar_set_search_mode (priv->search_bar, TRUE);
  relance_table_set_sort (priv->table, column, descending);
  priv->showing = FALSE;
  relance_list_page_ask (self);
}

/* Returns from whatever was opened. */
void
relance_list_page_show_list (RelanceListPage *self)
{
  RelanceListPagePrivate *priv = get_private (self);

  g_return_if_fail (RELANCE_IS_LIST_PAGE (self));

  adw_navigation_view_pop_to_page (priv->view, priv->root);
}

/* Opens a page over the list. */
void
relance_list_page_push (RelanceListPage *self, AdwNavigationPage *page)
{
  g_return_if_fail (RELANCE_IS_LIST_PAGE (self));

  relance_list_page_show_list (self);
  adw_navigation_view_push (get_private (self)->view, page);
}

/* Lists what holds some words, of all. */
void
relance_list_page_search (RelanceListPage *self, const char *words)
{
  RelanceListPagePrivate *priv = get_private (self);

  g_return_if_fail (RELANCE_IS_LIST_PAGE (self));

  get_class (self)->show_all (self);
  search_action (GTK_WIDGET (self), NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (priv->search), words);
  search_changed_cb (self);
}
