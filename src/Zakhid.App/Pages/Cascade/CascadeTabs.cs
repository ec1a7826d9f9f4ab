namespace Zakhid.App.Pages.Cascade;

/// The pages of one plan's cascade; which of them this is.
sealed record CascadeTabs(long Plan, string Here);
